package io.tripline.dsl.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is offered about what is wrong. */
class QuickFixTest {

    @Test
    void theWordThatWasMeant() {
        Editor editor = Editor.of("rule r {\n  on t: Transaction[amout > 3]\n  alert \"x\"\n}\n");
        assertThat(editor.fixes()).containsExactly("Write `amount`");
        assertThat(editor.fixed("Write `amount`")).contains("Transaction[amount > 3]");
        assertThat(Editor.of("rule r {\n  severty high\n  on t: Login\n  alert \"x\"\n}\n")
                        .fixes())
                .containsExactly("Write `severity`");
    }

    @Test
    void operatorsOfOtherLanguages() {
        Editor editor = Editor.of("rule r {\n  on t: Login[!ok && user == 'x']\n  alert \"x\"\n}\n");
        assertThat(editor.fixed("Write `not`")).contains("[not ok &&");
        assertThat(editor.fixed("Write `and`")).contains("!ok and user");
        assertThat(editor.fixed("Write `\"x\"`")).contains("== \"x\"]");
        assertThat(Editor.of("event E {\n  a: string\n  at timestamp @time\n}\n")
                        .fixed("Leave out the `:`"))
                .contains("  a string\n");
        assertThat(Editor.of("rule r {\n  on t: Login;\n  alert \"x\"\n}\n").fixed("Leave out the `;`"))
                .contains("t: Login\n");
    }

    @Test
    void anEventTypeIsDeclared() {
        Editor editor = Editor.of("// mine\nrule r {\n  by host\n  on t: Reboot\n  alert \"x\"\n}\n");
        assertThat(editor.fixed("Declare the event type `Reboot`")).isEqualTo("""
                // mine
                event Reboot {
                  id string @id
                  host string
                  at timestamp @time
                }

                rule r {
                  by host
                  on t: Reboot
                  alert "x"
                }
                """);
    }

    @Test
    void aRepetitionIsBounded() {
        Editor editor = Editor.of("rule r {\n  match a: Login+ then b: Login\n  alert \"x\"\n}\n");
        assertThat(editor.fixed("Add `within 10m`")).contains("then b: Login\n  within 10m\n  alert");
    }

    @Test
    void aWindowIsAdded() {
        Editor editor = Editor.of("rule r {\n  on t: Login\n  when count(Login) > 3\n  alert \"x\"\n}\n");
        assertThat(editor.fixed("Add `over 10m`")).contains("count(Login) over 10m > 3");
    }

    @Test
    void anOptionalFieldIsGuarded() {
        Editor editor = Editor.of("rule r {\n  on t: Transaction[merchant != \"x\"]\n  alert \"x\"\n}\n");
        assertThat(editor.fixed("Use `\"\"` when `merchant` is missing")).contains("[(merchant ?? \"\") != \"x\"]");
    }

    @Test
    void aFieldIsAddedToAnEventTypeOfTheFile() {
        Editor editor =
                Editor.of("event E {\n  at timestamp @time\n}\nrule r {\n  on t: E[zone == \"x\"]\n  alert \"x\"\n}\n");
        assertThat(editor.fixed("Add the field `zone` to E")).contains("  at timestamp @time\n  zone string?\n}");
        assertThat(Editor.of("event E {\n  a int\n}\n").fixed("Add the field `at timestamp @time`"))
                .contains("  a int\n  at timestamp @time\n}");
    }

    @Test
    void aDurationGetsItsUnit() {
        Editor editor = Editor.of("rule r {\n  match a: Login then b: Login\n  within 10\n  alert \"x\"\n}\n");
        assertThat(editor.fixes()).containsExactly("Write `10s`, in seconds", "Write `10m`, in minutes");
    }
}
