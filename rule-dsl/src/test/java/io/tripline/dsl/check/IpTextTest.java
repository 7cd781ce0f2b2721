package io.tripline.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "192.0.2.255",
                "::",
                "::1",
                "1::",
                "2001:db8::7",
                "2001:DB8:0:0:8:800:200C:417A",
                "::ffff:192.0.2.1",
                "1:2:3:4:5:6:7::",
                "1:2:3:4:5:6:192.0.2.1",
                "fe80::1:2"
            })
    void isAnAddress(String text) {
        assertThat(IpText.isAddress(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.2.3",
                "1.2.3.4.",
                ".1.2.3.4",
                "1.2.3.256",
                "1.2.3.4.5",
                "1.2.3.x",
                "1..2.3",
                ":",
                ":::",
                "1:2",
                "1::2::3",
                "12345::",
                "g::",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "192.0.2.1::",
                "::1.2.3",
                "10.0.0.0/8",
                "localhost"
            })
    void isNone(String text) {
        assertThat(IpText.isAddress(text)).isFalse();
    }
}
