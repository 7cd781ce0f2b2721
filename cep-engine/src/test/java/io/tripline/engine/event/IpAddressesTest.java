package io.tripline.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressesTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "0.0.0.0, 0.0.0.0",
        "255.255.255.255, 255.255.255.255",
        "::, 0:0:0:0:0:0:0:0",
        "::1, 0:0:0:0:0:0:0:1",
        "2001:DB8::7, 2001:db8:0:0:0:0:0:7",
        "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8",
        "::ffff:192.0.2.7, 192.0.2.7"
    })
    void anAddressComesBackInItsUsualForm(String text, String form) {
        byte[] bytes = IpAddresses.parse(text);
        assertThat(IpAddresses.format(bytes, 0, bytes.length)).isEqualTo(form);
    }

    /** None of these may reach a name server: the test would take long, or find an address. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "localhost",
                "example.com",
                "1",
                "1.2.3",
                "1.2.3.4.5",
                "256.1.1.1",
                "1.2.3.-4",
                "1.2.3.0004",
                "1.2.3.",
                "a.b.c.d",
                ":",
                ":::",
                ".:",
                ".:1",
                "1::2::3",
                "12345::",
                "1:2:3:4:5:6:7:8:9",
                "::1%eth0",
                "[::1]",
                "::1.2.3",
                "fe80::1%1",
                "\u0661.2.3.4",
                "\u0661::1"
            })
    void anyOtherTextIsRefused(String text) {
        assertThatThrownBy(() -> IpAddresses.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
