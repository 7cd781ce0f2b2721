package io.tripline.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.engine.driver.Letters;
import org.junit.jupiter.api.Test;

/** Silence after an alert. */
class OncePerTest {

    @Test
    void anAlertSilencesItsKeyForTheTimeAfterIt() {
        Letters letters = Letters.of("rule r { by k on a: A alert \"hit\" once per 10s }");
        assertThat(letters.matches("A@0 A@5 A@10 A@10.000000001 A@12")).containsExactly("+ r a=A1", "+ r a=A4");
    }

    @Test
    void otherKeysAreNotSilenced() {
        Letters letters = Letters.of("rule r { by k on a: A alert \"hit\" once per 10s }");
        assertThat(letters.matches("A@0 A/x@1 A@2 A/x@3")).containsExactly("+ r a=A1", "+ r a=A2");
    }

    @Test
    void aSilencedMatchDoesNotProlongTheSilence() {
        Letters letters = Letters.of("rule r { by k on a: A alert \"hit\" once per 10s }");
        assertThat(letters.matches("A@0 A@8 A@11")).containsExactly("+ r a=A1", "+ r a=A3");
    }

    @Test
    void aSilencedMatchTakesItsEventsAllTheSame() {
        Letters letters = Letters.of("rule r { by k match a: A then b: B alert \"hit\" once per 10s }");
        assertThat(letters.matches("A@0 B@1 A@2 B@3 B@20")).containsExactly("+ r a=A1 b=B2");
    }

    @Test
    void aRuleWithoutAKeyIsSilentAsAWhole() {
        Letters letters = Letters.of("rule r { on a: A alert \"hit\" once per 10s }");
        assertThat(letters.matches("A/x@0 A/y@5 A/z@11")).containsExactly("+ r a=A1", "+ r a=A3");
    }
}
