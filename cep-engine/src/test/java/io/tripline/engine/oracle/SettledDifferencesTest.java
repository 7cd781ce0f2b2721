package io.tripline.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Cases in which engine and oracle once differed, as the shrinker left them. */
class SettledDifferencesTest {

    @Test
    void anEventTypeThatTheRuleDoesNotLookAtNeedsNoKey() {
        agree("""
                event A { at timestamp @time }
                event B { j int?  at timestamp @time }
                rule r { by j on t: B alert "r" }
                """, "B j=1 at=4.2\nA at=5\nB at=6");
    }

    @Test
    void whoGivesUpARoundInsideARoundThatHasLostItsWayOutDoesNotGetThatBack() {
        agree("""
                event A { at timestamp @time }
                event B { at timestamp @time }
                event C { at timestamp @time }
                rule r {
                  match ((p: C and q: B)* then r: A then s: B or t: C{1,2} any)* then u: C
                  within 3s
                  overlapping
                  alert "r"
                }
                """, "C at=0\nC at=0\nA at=2.9\nC at=2.9");
    }

    @Test
    void aRoundInAnAlternativeBesideAnotherThatMayBeEmptyIsGivenUpForWhatFollows() {
        agree("""
                event A { at timestamp @time }
                event B { at timestamp @time }
                event C { at timestamp @time }
                rule r { match p: C then (q: B? or (r: A then s: B)?) then u: C within 10s alert "r" }
                """, "C at=0\nA at=1\nC at=2");
    }

    @Test
    void aRoundInAnAlternativeBesideAnotherThatMayBeEmptyIsGivenUpAtTheDeadline() {
        agree("""
                event A { at timestamp @time }
                event B { at timestamp @time }
                event C { at timestamp @time }
                rule r { match p: C then (q: B? or (r: A then s: B)?) then not C within 2s alert "r" }
                """, "C at=0\nA at=1\ntick at=5");
    }

    @Test
    void aFinalMatchDoesNotWaitForAWayOutThatAWithoutHasClosed() {
        agree("""
                event A { at timestamp @time }
                event B { at timestamp @time }
                rule r {
                  match (p: A{3} immediately){1,} any then q: B{0,2}
                  without A between p and q
                  within 2s
                  final
                  alert "r"
                }
                """, "A at=4.3 from=1\nA at=4.6\nA at=4.6\nA at=4.6\nB at=5.3\nA at=5.2 from=1\ntick at=end");
    }

    @Test
    void minusZeroIsZero() {
        agree("""
                event C { f float  at timestamp @time }
                rule r { match p: C[-(f) == f] alert "r {-(p.f)}" }
                """, "C f=0.0 at=0");
    }

    @Test
    void floatsAreSummedExactlyAndRoundedOnce() {
        agree("""
                event A { f float  at timestamp @time }
                rule r { on t: A alert "{sum(A.f) over 1m} {avg(A.f) over 1m}" }
                """, "A f=0.1 at=0\nA f=0.2 at=1\nA f=0.3 at=2\nA f=1e308 at=3\nA f=1e308 at=4\nA f=-1e308 at=5");
    }

    @Test
    void aSourceThatJoinsStartsWhereTheSlowestOfTheOthersIs() {
        agree("""
                event A { at timestamp @time } late after 3s
                rule r { on t: A when count(A) over 5s >= 2 alert "{count(A) over 5s}" }
                """, "A at=9\nA at=5.9 from=1\nA at=6 from=1\nA at=6 from=2");
    }

    @Test
    void anEventThatBeginsNothingIsKeptWhereAnotherMayComeBeforeIt() {
        agree("""
                event B { at timestamp @time }
                event C { at timestamp @time } late after 1s
                rule r { match p: C then not B within 1s alert "r" }
                """, "tick at=4.3\nB at=1.5\nC at=0.8");
    }

    @Test
    void aDeadlineThatHadPassedBeforeItsEventCameIsReportedWithTheEvent() {
        agree("""
                event A { at timestamp @time }
                event B { at timestamp @time }
                event C { at timestamp @time }
                rule r { match p: A then q: C then not B within 1s alert "r" }
                """, "tick at=6.4\nA at=0.7\nC at=0.7");
    }

    @Test
    void aMatchThatCanBeCutIntoRoundsInSeveralWaysIsOne() {
        agree("""
                event A { at timestamp @time }
                rule r { match p: A then (q: A{2,3} any){0,2} within 500ms overlapping final alert "r" }
                """, "A at=4.5\nA at=4.5\nA at=4.5\nA at=4.5\nA at=5\nA at=5\ntick at=16.3");
    }

    @Test
    void whatWaitsForAnyOnlyHasNoOtherWayOut() {
        agree("""
                event A { at timestamp @time } late after 5s
                rule r { match p: A then any (r: A{2}){0,2} then s: A overlapping alert "r" }
                """, "A at=0.8\nA at=0.6\nA at=1.5\nA at=0.8");
    }

    @Test
    void aFurtherRoundBeforeAnUnfinishedOneIsNotItsWayOut() {
        agree("""
                event A { v int  at timestamp @time }
                rule r {
                  match p: A{2,} then (r: A and s: A)? then not A[v > 1] within 200ms
                  within 5s
                  alert "r"
                }
                """, "A v=1 at=3.2\nA v=1 at=3.2\nA v=1 at=3.2\ntick at=end");
    }

    @Test
    void aRoundThatCouldHaveEndedIsNotGivenUpLater() {
        agree("""
                event A { at timestamp @time } late after 1s
                rule r {
                  match (p: A then (q: A then not A for 5s then r: A or s: A?))+
                  within 500ms
                  final
                  alert "r"
                }
                """, "A at=165.8\nA at=165.8\nA at=166.2\nA at=165.8\nA at=176.3");
    }

    @Test
    void aDeviationIsRoundedOnce() {
        agree("""
                event B { d decimal  at timestamp @time }
                rule r { on t: B alert "{stddev(B.d) over 1m}" }
                """, "B d=1.0 at=0\nB d=2 at=2.5\nB d=1.00 at=6.4\nB d=1.00 at=8.4\nB d=2.0 at=10.1\nB d=1 at=12.2");
    }

    @Test
    void allSourcesThatAreIdleAreNoLongerWaitedFor() {
        agree("""
                event A { at timestamp @time }
                rule r { match r: A then not A within 2s alert "r" }
                """, "idle after=2\nA at=189.5 from=1\nA at=191.5 from=2\nA at=193.1\ntick at=190\nA at=194.9\nA at=193");
    }

    @Test
    void anIdleSourceWithTheLowestMarkIsNoLongerWaitedForEither() {
        agree(
                """
                event A { at timestamp @time }
                event C { at timestamp @time } late after 3s
                rule r { match r: A then not A within 2s alert "r" }
                """,
                "idle after=4\nA at=72.7 from=1\nC at=71.5\nC at=68\nA at=69.3\nA at=67.1\nA at=69.6\nA at=73.3 from=2\nC at=69.7");
    }

    @Test
    void aWindowOfItsOwnKeyIsReadAgainAsItWasBeforeTheEvent() {
        agree("""
                event A { d decimal?  b bool  i ip  at timestamp @time } late after 10s
                rule r { match r: A alert "{median(A[b].d by i == "0:0::1") over 2s before this}" }
                """, "A d=1 b=true i=::1 at=19.3\nA b=false i=::1 at=19.3\nA b=false i=::1 at=18.7");
    }

    @Test
    void aWindowOfItsOwnKeyIsReadForEachMatchThatAsks() {
        agree("""
                event A { j int?  e enum(red, green, blue)  at timestamp @time }
                rule r {
                  match p: A* then q: A then not A within 200ms
                  within 8s
                  alert "{stddev(A.j by e == p.e) over 1s before this}"
                }
                """, "A j=0 e=blue at=1.5\nA j=0 e=blue at=2.3\nA e=blue at=2.3\ntick at=10.4\nA e=green at=6.4");
    }

    @Test
    void aRoundThatHasGivenUpItsOnlyEventsHasNotBegun() {
        agree("""
                event A { at timestamp @time }
                event B { at timestamp @time }
                event C { at timestamp @time }
                rule r { match ((q: C and r: A)* then any s: B){2} within 3s alert "r" }
                """, "B at=3.9\nC at=3.9\nB at=5");
    }

    @Test
    void whatASettledEventHasReadIsKeptForAsLongAsTheEventIs() {
        agree("""
                event A { v decimal  z timestamp?  at timestamp @time }
                event B { at timestamp @time }
                rule r { on t: A when is_weekend((first(A.z by v) over 2s before this), "UTC") alert "r" }
                """, """
                idle after=4
                B at=5.5 from=1
                A v=2.25 at=22.5 from=2
                B at=22.6 from=1
                A v=1.0 at=22.6 from=2
                A v=0.1 at=22.5
                B at=24.1 from=1
                A v=-2.5 at=20.4
                A v=1.5 at=17
                A v=1 z=2.3 at=25.2 from=1""");
    }

    private static void agree(String rules, String events) {
        assertThat(Trial.run(Trial.plan(rules), events, true).difference()).isEmpty();
    }
}
