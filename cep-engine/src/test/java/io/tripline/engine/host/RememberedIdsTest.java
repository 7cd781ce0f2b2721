package io.tripline.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RememberedIdsTest {

    private final IdHash hash = new IdHash(1, 2);

    @Test
    void theLastIdsAreKnownAndTheOldOnesForgotten() {
        RememberedIds ids = new RememberedIds(1000);
        for (int i = 0; i < 10_000; i++) {
            assertThat(add(ids, i)).as("id %d is new", i).isTrue();
            assertThat(add(ids, i)).as("id %d is known", i).isFalse();
            assertThat(add(ids, Math.max(0, i - 999))).as("999 before %d", i).isFalse();
            assertThat(ids.size()).isLessThan(2000);
        }
        assertThat(add(ids, 0)).as("long forgotten").isTrue();
    }

    @Test
    void manyIdsAreToldApart() {
        RememberedIds ids = new RememberedIds(1_000_000);
        for (int i = 0; i < 300_000; i++) {
            assertThat(add(ids, i)).isTrue();
        }
        for (int i = 0; i < 300_000; i++) {
            assertThat(add(ids, i)).isFalse();
        }
    }

    @Test
    void theHashDependsOnTypeKeyLengthAndEveryByte() {
        Set<String> seen = new HashSet<>();
        for (int key = 0; key < 3; key++) {
            IdHash keyed = new IdHash(key, 7);
            for (int type = 0; type < 3; type++) {
                for (int length = 0; length < 40; length++) {
                    byte[] bytes = new byte[length];
                    keyed.hash(type, bytes, 0, length);
                    assertThat(seen.add(keyed.high() + " " + keyed.low())).isTrue();
                    for (int i = 0; i < length; i++) {
                        bytes[i] = 1;
                        keyed.hash(type, bytes, 0, length);
                        assertThat(seen.add(keyed.high() + " " + keyed.low())).isTrue();
                        bytes[i] = 0;
                    }
                }
            }
        }
    }

    private boolean add(RememberedIds ids, int number) {
        byte[] id = ("id-" + number).getBytes(StandardCharsets.UTF_8);
        hash.hash(5, id, 0, id.length);
        return ids.add(hash.high(), hash.low());
    }
}
