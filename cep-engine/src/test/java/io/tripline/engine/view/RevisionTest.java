package io.tripline.engine.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What events that come late do to rows that are published. */
class RevisionTest {

    @Test
    void aLateEventRevisesTheRow() {
        ViewDriver view = ViewDriver.late("20s", " by k window tumbling 10s select count() as n, last(v) as latest");
        assertThat(view.send("A1/x@15 A2/x@25")).containsExactly("+ k=x n=1 latest=1 10..20 #0");
        assertThat(view.send("A3/x@12")).containsExactly("+ k=x n=2 latest=1 10..20 #1");
        assertThat(view.send("A4/x@19")).containsExactly("+ k=x n=3 latest=4 10..20 #2");
    }

    @Test
    void aGroupThatComesLateIsPublishedAtOnce() {
        ViewDriver view = ViewDriver.late("20s", " by k window tumbling 10s select count() as n");
        assertThat(view.send("A/x@25 A/y@12")).containsExactly("+ k=y n=1 10..20 #0");
    }

    @Test
    void aRowThatStaysTheSameIsNotPublishedAgain() {
        ViewDriver view = ViewDriver.late("20s", " window tumbling 10s select max(v) as high");
        assertThat(view.send("A5@15 B@25")).containsExactly("+ high=5 10..20 #0");
        assertThat(view.send("A3@16 A4@16")).isEmpty();
        assertThat(view.send("A6@14")).containsExactly("+ high=6 10..20 #1");
    }

    @Test
    void whatIsTooLateChangesNothingAndNothingIsKeptForIt() {
        ViewDriver view = ViewDriver.late("20s", " by k window tumbling 10s select count() as n");
        view.send("A/x@15 A/y@15 B@39.9");
        assertThat(view.runner().held()).isEqualTo(4);
        assertThat(view.send("A/x@19.9")).containsExactly("+ k=x n=2 10..20 #1");
        view.send("B@40");
        assertThat(view.runner().held()).isZero();
        assertThat(view.send("A/x@19.9")).isEmpty();
    }

    @Test
    void whatTheClockHasPassedCanStillBeRevised() {
        ViewDriver view = ViewDriver.of(" window tumbling 10s select count() as n");
        assertThat(view.send("A@11 tick@100")).containsExactly("+ n=1 10..20 #0");
        assertThat(view.send("A@12")).containsExactly("+ n=2 10..20 #1");
        assertThat(view.send("A@25")).containsExactly("+ n=1 20..30 #0");
    }

    @Test
    void aRowThatDoesNotSatisfyHavingAnyMoreIsWithdrawn() {
        ViewDriver view = ViewDriver.late(
                "20s", " window tumbling 10s select count() as n, sum(v) as total having sum(v) between 3 and 5");
        assertThat(view.send("A3@11 B@20")).containsExactly("+ n=1 total=3 10..20 #0");
        assertThat(view.send("A4@12")).containsExactly("- n=1 total=3 10..20 #0");
        assertThat(view.send("A-1@13")).isEmpty();
        assertThat(view.send("A-1@14")).containsExactly("+ n=4 total=5 10..20 #1");
    }

    @Test
    void aLateEventCanBeInSeveralHoppingWindows() {
        ViewDriver view = ViewDriver.late("60s", " window hopping 30s every 10s select count() as n");
        view.send("A@25 B@50");
        assertThat(view.send("A@28")).containsExactly("+ n=2 0..30 #1", "+ n=2 10..40 #1", "+ n=2 20..50 #1");
        assertThat(view.send("A@39")).containsExactly("+ n=3 10..40 #2", "+ n=3 20..50 #2");
    }

    @Test
    void aLateEventChangesTheRowsOfTheEventsBehindItThatSeeIt() {
        ViewDriver view = ViewDriver.late("60s", " window sliding 10s select sum(v) as total");
        view.send("A1@10 A2@15 A4@21 A8@26");
        assertThat(view.send("A16@14"))
                .containsExactly("+ total=17 4..14 #0", "+ total=19 5..15 #1", "+ total=22 11..21 #1");
        assertThat(view.send("A32@15")).containsExactly("+ total=51 5..15 #0", "+ total=54 11..21 #2");
    }

    @Test
    void aSessionThatGoesOnIsWithdrawnUntilItEnds() {
        ViewDriver view = ViewDriver.late("60s", " window session 10s select count() as n");
        assertThat(view.send("A@1 B@12")).containsExactly("+ n=1 1..11 #0");
        assertThat(view.send("A@8")).containsExactly("- n=1 1..11 #0");
        assertThat(view.send("B@19")).containsExactly("+ n=2 1..18 #1");
    }

    @Test
    void aSessionGrowsInBothDirections() {
        ViewDriver view = ViewDriver.late("100s", " window session 10s select count() as n");
        view.send("A@50 B@90");
        assertThat(view.send("A@45")).containsExactly("+ n=2 45..60 #1");
        assertThat(view.send("A@60")).containsExactly("+ n=3 45..70 #2");
        assertThat(view.send("A@34")).containsExactly("+ n=1 34..44 #0");
    }

    @Test
    void ofSessionsThatBecomeOneTheEarlierRowGoesOn() {
        ViewDriver view =
                ViewDriver.late("100s", " window session 10s select count() as n, first(v) as a, last(v) as z");
        assertThat(view.send("A1@10 A2@25 B@60")).containsExactly("+ n=1 a=1 z=1 10..20 #0", "+ n=1 a=2 z=2 25..35 #0");
        assertThat(view.send("A3@18")).containsExactly("- n=1 a=2 z=2 25..35 #0", "+ n=3 a=1 z=2 10..35 #1");
    }

    @Test
    void aRevisedRowKeepsItsId() {
        ViewDriver view = ViewDriver.late("100s", " by k window session 10s select count() as n");
        view.send("A/x@10");
        Row first = view.sendOne("B", null, null, 60_000_000_000L, 0).get(0).row();
        Row second = view.sendOne("A", null, "x", 5_000_000_000L, 0).get(0).row();
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.startNanos()).isLessThan(first.startNanos());
    }
}
