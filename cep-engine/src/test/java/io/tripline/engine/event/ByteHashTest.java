package io.tripline.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ByteHashTest {

    private static long hash(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteHash.of(bytes, 0, bytes.length);
    }

    @Test
    void theHashOfATextNeverChanges() {
        // These are stored in journals.
        assertThat(hash("")).isEqualTo(-2152535657050944081L);
        assertThat(hash("card-1")).isEqualTo(-1748219841308676587L);
        assertThat(hash("a text of more than eight bytes")).isEqualTo(7684742746931162796L);
    }

    @Test
    void onlyTheBytesCountNotWhereTheyLie() {
        byte[] bytes = "xxcard-number-1yy".getBytes(StandardCharsets.UTF_8);
        assertThat(ByteHash.of(bytes, 2, 13)).isEqualTo(hash("card-number-1"));
    }

    @Test
    void textsThatAreAlikeDifferInTheBitsThatTablesTake() {
        Set<Long> all = new HashSet<>();
        Set<Long> low = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            all.add(hash("customer-" + i));
            low.add(hash("customer-" + i) & 0xFFFF);
        }
        assertThat(all).hasSize(10_000);
        // Of 10,000 thrown into 65,536 places by chance about 9,280 are different.
        assertThat(low).hasSizeGreaterThan(9_000);
    }

    @Test
    void zerosOfDifferentLengthDiffer() {
        assertThat(ByteHash.of(new byte[3], 0, 3)).isNotEqualTo(ByteHash.of(new byte[4], 0, 4));
        assertThat(ByteHash.of(new byte[8], 0, 8)).isNotEqualTo(ByteHash.of(new byte[16], 0, 16));
    }
}
