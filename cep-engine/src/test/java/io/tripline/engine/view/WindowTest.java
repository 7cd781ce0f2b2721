package io.tripline.engine.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which windows there are, and when their rows are published. */
class WindowTest {

    private static final String TUMBLING = " by k window tumbling 10s select count() as n, sum(v) as total";

    @Test
    void aTumblingWindowIsPublishedWhenTimeHasComeToItsEnd() {
        ViewDriver view = ViewDriver.of(TUMBLING);
        assertThat(view.send("A1/x@10 A2/x@19")).isEmpty();
        assertThat(view.send("A5/x@20")).containsExactly("+ k=x n=2 total=3 10..20 #0");
        assertThat(view.send("A1/x@45")).containsExactly("+ k=x n=1 total=5 20..30 #0");
    }

    @Test
    void otherEventsAndTheClockMoveTimeToo() {
        ViewDriver view = ViewDriver.of(TUMBLING);
        assertThat(view.send("A1/x@10 B@20")).containsExactly("+ k=x n=1 total=1 10..20 #0");
        assertThat(view.send("A1/x@21 tick@29")).isEmpty();
        assertThat(view.send("tick@30")).containsExactly("+ k=x n=1 total=1 20..30 #0");
    }

    @Test
    void timeIsThatOfTheSlowestSource() {
        ViewDriver view = ViewDriver.of(TUMBLING);
        assertThat(view.send("A1/x@10#1 B@10#2 A1/x@25#1")).isEmpty();
        assertThat(view.send("A1/x@11#2 B@20#2")).containsExactly("+ k=x n=2 total=2 10..20 #0");
    }

    @Test
    void rowsOfOneInputAreOrderedByTheirEndsThenByTheirGroups() {
        ViewDriver view = ViewDriver.of(TUMBLING);
        assertThat(view.send("A1/z@10 A1/y@11 A1@12 A1/x@21 A1/a@22 B@40"))
                .containsExactly(
                        "+ n=1 total=1 10..20 #0",
                        "+ k=y n=1 total=1 10..20 #0",
                        "+ k=z n=1 total=1 10..20 #0",
                        "+ k=a n=1 total=1 20..30 #0",
                        "+ k=x n=1 total=1 20..30 #0");
    }

    @Test
    void eventsWhoseGroupIsMissingMakeAGroupOfTheirOwn() {
        ViewDriver view = ViewDriver.of(TUMBLING);
        assertThat(view.send("A1@1 A2@2 B@10")).containsExactly("+ n=2 total=3 0..10 #0");
    }

    @Test
    void windowsBefore1970AreAlignedToo() {
        ViewDriver view = ViewDriver.of(TUMBLING);
        assertThat(view.send("A1/x@-5 B@3")).containsExactly("+ k=x n=1 total=1 -10..0 #0");
    }

    @Test
    void hoppingWindowsOverlap() {
        ViewDriver view = ViewDriver.of(" window hopping 30s every 10s select count() as n");
        assertThat(view.send("A@35 A@45")).containsExactly("+ n=1 10..40 #0");
        assertThat(view.send("B@50")).containsExactly("+ n=2 20..50 #0");
        assertThat(view.send("B@200")).containsExactly("+ n=2 30..60 #0", "+ n=1 40..70 #0");
    }

    @Test
    void daysBeginAtTheMidnightOfTheZone() {
        ViewDriver view = ViewDriver.of(" window tumbling 1d in \"Europe/Berlin\" select count() as n");
        // Clocks went forward on 29 March 2026: that day has 23 hours.
        assertThat(view.send("A@2026-03-28T22:59:59Z A@2026-03-28T23:00:00Z A@2026-03-29T21:59:59Z"))
                .containsExactly("+ n=1 1774652400..1774738800 #0");
        assertThat(view.send("A@2026-03-29T22:00:00Z")).containsExactly("+ n=2 1774738800..1774821600 #0");
    }

    @Test
    void aDayThatBeginsAgainBeginsOnce() {
        // In St. John's clocks went back from 00:01 to 23:01 of the day before.
        Panes panes = new Panes.Days(1, java.time.ZoneId.of("America/St_Johns"));
        long midnight = java.time.Instant.parse("2006-10-29T02:30:00Z").getEpochSecond() * 1_000_000_000L;
        long day = panes.indexOf(midnight);
        for (long minute = -120; minute < 180; minute++) {
            long time = midnight + minute * 60_000_000_000L;
            assertThat(panes.indexOf(time)).isEqualTo(minute < 0 ? day - 1 : day);
        }
    }

    @Test
    void aSlidingWindowHasARowForEachEventOverTheTimeBeforeIt() {
        ViewDriver view = ViewDriver.of(" by k window sliding 10s select sum(v) as total, first(v) as first");
        assertThat(view.send("A1/x@1 A2/y@5 A3/x@6 A4/x@11 A5/x@17"))
                .containsExactly(
                        "+ k=x total=1 first=1 -9..1 #0",
                        "+ k=y total=2 first=2 -5..5 #0",
                        "+ k=x total=4 first=1 -4..6 #0",
                        "+ k=x total=8 first=1 1..11 #0",
                        "+ k=x total=9 first=4 7..17 #0");
    }

    @Test
    void eventsOfOneTimeSlideOneAfterTheOther() {
        ViewDriver view = ViewDriver.of(" window sliding 10s select count() as n");
        assertThat(view.send("A@1 A@1")).containsExactly("+ n=1 -9..1 #0", "+ n=2 -9..1 #0");
    }

    @Test
    void aSessionEndsWhenTheGapIsLonger() {
        ViewDriver view = ViewDriver.of(" by k window session 10s select count() as n, max(v) as high");
        assertThat(view.send("A1/x@1 A2/x@11 A7/y@12 B@21")).isEmpty();
        assertThat(view.send("B@21.1")).containsExactly("+ k=x n=2 high=2 1..21 #0");
        assertThat(view.send("A3/x@21.2 B@100"))
                .containsExactly("+ k=y n=1 high=7 12..22 #0", "+ k=x n=1 high=3 21.2..31.2 #0");
    }

    @Test
    void theEndOfTimeClosesEverything() {
        for (String window : new String[] {"tumbling 10s", "hopping 10s every 10s", "session 5s"}) {
            ViewDriver view = ViewDriver.of(" window " + window + " select count() as n");
            view.send("A@11");
            assertThat(view.sendOne("tick", null, null, Long.MAX_VALUE, 0))
                    .as(window)
                    .hasSize(1);
        }
    }
}
