package io.tripline.dsl.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidYouMeanTest {

    private static final List<String> FIELDS = List.of("id", "card", "amount", "country", "merchant_category");

    @ParameterizedTest
    @CsvSource({
        "amout, amount",
        "amonut, amount",
        "amounts, amount",
        "Amount, amount",
        "CARD, card",
        "crad, card",
        "cart, card",
        "contry, country",
        "merchant_categroy, merchant_category",
        "merchantcategory, merchant_category",
        "ID, id"
    })
    void findsWhatWasMeant(String written, String meant) {
        assertThat(DidYouMean.nearest(written, FIELDS)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"x", "user", "city", "a_completely_different_word"})
    void doesNotGuessWildly(String written) {
        assertThat(DidYouMean.nearest(written, FIELDS)).isEmpty();
    }

    @Test
    void ofEquallyNearWordsTheFirstIsTaken() {
        assertThat(DidYouMean.nearest("cat", List.of("car", "cut"))).contains("car");
    }
}
