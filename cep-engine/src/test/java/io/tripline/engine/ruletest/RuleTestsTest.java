package io.tripline.engine.ruletest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.engine.driver.EngineDriver;
import io.tripline.engine.ruletest.TestResult.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests that stand beside rules. */
class RuleTestsTest {

    private static final String RULES = """
            event T { id string @id  k string  v decimal  p ip  l list of string  at timestamp @time } late after 1m
            event U { k string  at timestamp @time } late after 1m
            list bad of string
            rule twice "Two in a row" {
              by k
              match a: T[v > 1 and "x" in l] then b: T[v > 1]
              within 10m
              alert "{k}: {a.v}, then {b.v}"
            }
            rule silent {
              by k
              match a: T then not U within 5m
              alert "silent"
            }
            view by_minute {
              from T by k
              window tumbling 1m
              select count() as n, sum(v) as total, top(v, 2) as often, max(at) as latest
            }
            table Home key k { k string  limit decimal }
            rule listed {
              on t: T[k in bad or v > Home[k].limit]
              alert "on the list"
            }
            event Made { k string  v decimal  at timestamp @time }
            rule make { on t: T emit Made { k: t.k, v: t.v * 2 } }
            rule made { on m: Made score 100 alert "!" }
            rule seen { on t: T[v > 1] add t.k to known score 5 }
            list known of string
            decision pay on T { block when k in known and score == 5 else allow }
            rule belated { on late t: T when count(T) over 1h > 1 alert "x" }
            """;

    private static TestResult run(String test) {
        return RuleTests.run(EngineDriver.compile(RULES + test)).get(0);
    }

    @Test
    void whatIsExpectedComes() {
        TestResult result = run("""
                test "two" of twice {
                  T { k: "a", v: 2, l: ["x", "y"], at: 10:00 }
                  T { k: "b", v: 3, at: 10:01 }
                  T { k: "a", v: 4, at: 10:02 }
                  expect alert { k: "a", message: "a: 2, then 4" } at 10:02
                }
                """);
        assertThat(result).isEqualTo(new TestResult(result.test(), Status.PASSED, List.of()));
    }

    @Test
    void whatIsMissingAndWhatIsTooManyIsSaid() {
        TestResult result = run("""
                test "two" of twice {
                  T { k: "a", v: 2, l: ["x"], at: 10:00 }
                  T { k: "a", v: 4, at: 10:02 }
                  expect alert { k: "b" }
                }
                """);
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.findings())
                .containsExactly(
                        "line 35: no such alert came",
                        "not expected: alert { k: a } at 2026-01-01T10:02:00Z: a: 2, then 4");
    }

    @Test
    void timePassesEveryDeadline() {
        assertThat(run("""
                test "nothing comes" of silent {
                  T { k: "a", at: 10:00 }
                  expect alert { k: "a" } at 10:05
                }
                """).status()).isEqualTo(Status.PASSED);
    }

    @Test
    void aLateEventCorrectsWhatWasSaid() {
        assertThat(run("""
                test "it was there" of silent {
                  T { k: "a", at: 10:00 }
                  T { k: "b", at: 10:05:10 }
                  U { k: "b", at: 10:06 }
                  U { k: "a", at: 10:05 }
                  expect no alert
                }
                """).findings()).isEmpty();
    }

    @Test
    void rowsOfAViewAreExpectedAsTheyAreInTheEnd() {
        assertThat(run("""
                test "two minutes" of by_minute {
                  T { k: "a", v: 2, at: 10:00:10 }
                  T { k: "a", v: 1.50, at: 10:01:20 }
                  T { k: "a", v: 5, at: 10:00:50 }
                  expect row { k: "a", n: 2, total: 7, often: [2, 5], latest: 10:00:50, revision: 1 } at 10:01
                  expect row { total: 1.5 } at 10:02
                }
                """).findings()).isEmpty();
        assertThat(run("""
                test "one minute" of by_minute {
                  T { k: "a", v: 2, at: 10:00:10 }
                  expect row { n: 2 }
                }
                """).findings())
                .containsExactly(
                        "line 34: no such row came",
                        "not expected: row { k: a, n: 1, total: 2, often: 2, latest: 2026-01-01T10:00:10Z, window_start:"
                                + " 2026-01-01T10:00:00Z, window_end: 2026-01-01T10:01:00Z, revision: 0 }"
                                + " at 2026-01-01T10:01:00Z");
    }

    @Test
    void listsAndTablesAreFilledByTheTest() {
        assertThat(run("""
                test "listed" of listed {
                  add "a" to bad for 1m
                  Home { k: "b", limit: 10 }
                  T { k: "a", v: 1, at: 10:00 }
                  T { k: "a", v: 1, at: 10:02 }
                  T { k: "b", v: 10.5, at: 10:03 }
                  T { k: "b", v: 10, at: 10:04 }
                  expect alert at 10:00
                  expect alert at 10:03
                }
                """).findings()).isEmpty();
    }

    @Test
    void whatARuleMakesAndADecisionSaysIsExpectedLikeAlerts() {
        assertThat(run("""
                test "made" of make {
                  T { k: "a", v: 2, at: 10:00 }
                  expect Made { k: "a", v: 4 } at 10:00
                }
                """).findings()).isEmpty();
        assertThat(run("""
                test "decided" of pay {
                  T { k: "a", v: 2, at: 10:00 }
                  T { k: "a", v: 2, at: 10:01 }
                  expect block at 10:00
                }
                """).findings())
                .containsExactly(
                        "line 35: no such verdict came: block",
                        "not expected: allow at 2026-01-01T10:00:00Z, with a score of 5",
                        "not expected: block at 2026-01-01T10:01:00Z, with a score of 5");
    }

    @Test
    void whatTheEngineCannotRunIsNotRunAndSaysWhy() {
        TestResult result = run("""
                test "belated" of belated {
                  T { k: "a", at: 10:00 }
                  expect no alert
                }
                """);
        assertThat(result.status()).isEqualTo(Status.NOT_RUN);
        assertThat(result.findings()).containsExactly("this engine cannot run windows in a rule on late events");
    }
}
