package io.tripline.alerting.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetPolicyTest {

    private static final TargetPolicy LOOPBACK = new TargetPolicy(true, false);
    private static final TargetPolicy PRIVATE = new TargetPolicy(false, true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "93.184.215.14",
                "172.15.255.255",
                "172.32.0.1",
                "100.128.0.1",
                "192.0.1.1",
                "223.255.255.255",
                "2606:4700::1111",
                "64:ff9b::8.8.8.8",
                "2002:0808:0808::1",
                "2600::5efe:8.8.8.8"
            })
    void publicAddressesAreAllowed(String address) throws UnknownHostException {
        assertThat(TargetPolicy.PUBLIC_ONLY.refusal(literal(address))).isEmpty();
    }

    @Test
    void loopbackIsAllowedWhereTheConfigurationSaysSo() throws UnknownHostException {
        assertThat(LOOPBACK.refusal(literal("127.0.0.1"))).isEmpty();
        assertThat(LOOPBACK.refusal(literal("::1"))).isEmpty();
        assertThat(LOOPBACK.refusal(literal("10.0.0.1"))).isPresent();
        assertThat(PRIVATE.refusal(literal("127.0.0.1"))).isPresent();
    }

    @Test
    void privateNetworksAreAllowedWhereTheConfigurationSaysSo() throws UnknownHostException {
        assertThat(PRIVATE.refusal(literal("10.0.0.1"))).isEmpty();
        assertThat(PRIVATE.refusal(literal("fd12::1"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254", "100.100.100.200", "fd00:ec2::254", "fe80::1", "224.0.0.1", "ff02::1",
                "0.0.0.0", "::", "255.255.255.255", "64:ff9b::10.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1"
            })
    void someAddressesAreRefusedWhateverTheConfiguration(String address) throws UnknownHostException {
        assertThat(new TargetPolicy(true, true).refusal(literal(address))).isPresent();
    }

    @Test
    void aMappedAddressThatStayedIpv6IsSeenThrough() throws UnknownHostException {
        byte[] mapped = new byte[16];
        mapped[10] = mapped[11] = (byte) 0xff;
        mapped[12] = 127;
        mapped[15] = 1;
        Inet6Address address = Inet6Address.getByAddress("mapped", mapped, -1);
        assertThat(TargetPolicy.PUBLIC_ONLY.refusal(address)).isPresent();
        assertThat(LOOPBACK.refusal(address)).isPresent();
    }

    @Test
    void saysWhatIsWrongWithAUrl() {
        assertRefused("http://u:p@example.com/", "the URL must not hold a user name or password");
        assertRefused("ftp://example.com/", "the URL has to begin with http:// or https://");
        assertRefused("http://0x7f.1/", "write the address 0x7f.1 as four numbers from 0 to 255");
        assertRefused("http://10.0.0.1/", "10.0.0.1 is a private network; webhooks are not sent there");
        assertThat(TargetUrl.parse(" https://example.com/hook?x=1 ", TargetPolicy.PUBLIC_ONLY))
                .hasToString("https://example.com/hook?x=1");
    }

    private static InetAddress literal(String address) throws UnknownHostException {
        return InetAddress.getAllByName(address)[0];
    }

    private static void assertRefused(String url, String message) {
        assertThatThrownBy(() -> TargetUrl.parse(url, TargetPolicy.PUBLIC_ONLY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
