package io.tripline.dsl.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is said of a word; the bar is the pointer. */
class HoverTest {

    private static final String RULE = """
            rule large "A large one" {
              severity high
              by user
              match p: Login[not ok]+
                then t: Transaction[amount > 100 and channel == web]
              within 10m
              alert "{user} {t.amount} {count(p)}"
            }
            """;

    @Test
    void anEventTypeIsShownWithItsFieldsAndWhatItsAuthorSays() {
        assertThat(hover("t: Transa|ction")).isEqualTo("""
                ```tripline
                event Transaction {
                  id       string @id
                  card     string
                  user     string
                  amount   decimal
                  channel  enum(web, app)
                  merchant string?
                  at       timestamp @time
                }
                ```

                What the shop sends.""");
    }

    @Test
    void aFieldIsShownWithItsTypeAndComment() {
        String amount = "```tripline\namount decimal\n```\nA field of the event `Transaction`.\n\nin euros";
        assertThat(hover("[am|ount > 100")).isEqualTo(amount);
        assertThat(hover("{t.am|ount}")).isEqualTo(amount);
    }

    @Test
    void aPartOfTheKeyIsAFieldOfSeveralEventTypes() {
        assertThat(hover("by us|er")).contains("A field of the event `Login`.").endsWith("Also of `Transaction`.");
    }

    @Test
    void aStepIsShownWithItsConditionAndItsEventType() {
        assertThat(hover("{|t.amount}"))
                .startsWith("```tripline\nt: Transaction[amount > 100 and channel == web]\n```\nA step of `large`.")
                .contains("event Transaction {");
    }

    @Test
    void aFunctionIsShownWithHowItIsUsed() {
        assertThat(hover("{cou|nt(p)}"))
                .isEqualTo("```tripline\ncount(Event) over 10m\n```\n"
                        + "How many events. Of a field: in how many it is not missing.");
    }

    @Test
    void aWordOfTheLanguageIsExplained() {
        assertThat(hover("with|in 10m")).startsWith("```tripline\nwithin 10m\n```\nThe longest time");
        assertThat(hover("severity hi|gh")).startsWith("```tripline\nseverity high\n```");
        assertThat(hover("== w|eb")).contains("One of the names of `Transaction.channel`.");
    }

    @Test
    void aRuleHasItsTitle() {
        assertThat(hover("rule lar|ge")).isEqualTo("```tripline\nrule large\n```\n**A large one**\n");
    }

    @Test
    void nothingIsSaidOfNumbersTextsAndWhatHasNoMeaning() {
        assertThat(hover("1|00 and")).isEmpty();
        assertThat(hover("\"A la|rge one\"")).isEmpty();
        assertThat(Editor.of("rule r { on t: No|where }").hover()).isEmpty();
    }

    /** Of the word in the rule that has the bar. */
    private static String hover(String piece) {
        String plain = piece.replace("|", "");
        assertThat(RULE).contains(plain);
        return Editor.of(RULE.replace(plain, piece)).hover();
    }
}
