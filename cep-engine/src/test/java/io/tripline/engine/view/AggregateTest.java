package io.tripline.engine.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the columns of a row say. */
class AggregateTest {

    private static String row(String select, String events) {
        String line = ViewDriver.of(" window tumbling 100s " + select)
                .send(events + " B@100")
                .get(0);
        return line.substring(2, line.indexOf(" 0..100"));
    }

    @Test
    void everyAggregate() {
        assertThat(row(
                        "select count() as n, count(v) as with, sum(v) as sum, avg(v) as avg, min(v) as min, max(v) as max,"
                                + " distinct(v) as distinct, approx_distinct(v) as about, stddev(v) as dev,"
                                + " first(v) as first, last(v) as last, median(v) as median, quantile(v, 0.75) as upper,"
                                + " top(v, 2) as top",
                        "A4@1 A1@2 A@3 A2@4 A1@5 A7@6"))
                .isEqualTo("n=6 with=5 sum=15 avg=3 min=1 max=7 distinct=4 about=4 dev=2.5495097567963922 first=4"
                        + " last=7 median=2 upper=4 top=1, 2");
    }

    @Test
    void ofNoValueMostAreMissing() {
        assertThat(row(
                        "select count() as n, sum(v) as sum, avg(v) as avg, min(v) as min, first(v) as first,"
                                + " stddev(v) as dev, median(v) as median, distinct(v) as distinct, top(v, 3) as top",
                        "A@1"))
                .isEqualTo("n=1 sum=0 distinct=0 top=");
    }

    @Test
    void theTopOfTextsAreTheMostFrequentThenTheSmaller() {
        assertThat(row("select top(k, 2) as top, top(k, 9) as all", "A/b@1 A/c@2 A/a@3 A/c@4"))
                .isEqualTo("top=c, a all=c, a, b");
    }

    @Test
    void columnsAreExpressionsOfGroupsAggregatesAndColumnsBefore() {
        ViewDriver view = ViewDriver.of(
                " by k, v > 10 as large window tumbling 10s select count() as n, n * 2 as twice, k ?? \"none\" as name,"
                        + " sum(v) / n as mean, if large then \"L\" else \"S\" as size, size(top(v, 2)) as tops,"
                        + " 5 in top(v, 1) as five having twice > 2 and large is not missing");
        assertThat(view.send("A5/x@1 A5/x@2 A11/x@3 A12@4 A14@5 A1/y@6 B@10"))
                .containsExactly(
                        "+ large=true n=2 twice=4 name=none mean=13 size=L tops=2 five=false 0..10 #0",
                        "+ k=x large=false n=2 twice=4 name=x mean=5 size=S tops=1 five=true 0..10 #0");
    }

    @Test
    void onlyEventsThatPassTheFilterCount() {
        ViewDriver view = ViewDriver.of("[v > 3] window tumbling 10s select count() as n");
        assertThat(view.send("A5@1 A1@2 A@3 A4@5 B@10")).containsExactly("+ n=2 0..10 #0");
    }

    @Test
    void aNumberIsRoundedToWhatAnEventHasRoomFor() {
        assertThat(row(
                        "select avg(v) as avg, sum(v) as sum",
                        "A90000000000000001@1 A90000000000000002@2 A90000000000000003@3 A90000000000000002@4"))
                .isEqualTo("avg=90000000000000002");
        assertThat(row("select avg(v) as avg", "A123456789@1 A123456790@2 A123456790@3"))
                .isEqualTo("avg=123456789.66666667");
    }

    @Test
    void aSlidingRowHasTheSameAggregates() {
        ViewDriver view = ViewDriver.of(
                " window sliding 10s select count(v) as n, median(v) as median, top(v, 2) as top, last(v) as last");
        assertThat(view.send("A1@1 A2@2 A2@3 A@11.5")).last().isEqualTo("+ n=2 median=2 top=2 last=2 1.5..11.5 #0");
    }
}
