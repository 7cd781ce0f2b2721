package io.tripline.alerting.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing forbidden is reached, whatever the URL looks like and whatever a name server answers. */
class HostileTargetsTest {

    private static final String PUBLIC = "93.184.215.14";

    private static final Map<String, List<String>> NAMES = Map.of(
            "127.0.0.1.nip.test", List.of("127.0.0.1"),
            "loopback.test", List.of("127.0.0.1"),
            "loopback6.test", List.of("::1"),
            "mapped.test", List.of("::ffff:127.0.0.1"),
            "private.test", List.of("10.1.2.3"),
            "metadata.test", List.of("169.254.169.254"),
            "public-and-loopback.test", List.of(PUBLIC, "127.0.0.1"),
            "loopback-and-public.test", List.of("127.0.0.1", PUBLIC));

    private static final SenderLimits LIMITS = new SenderLimits(Duration.ofSeconds(5), Duration.ofSeconds(5), 4);

    private final EndpointSecret secret = EndpointSecret.generate(new SplittableRandom(1));
    private final List<ServerSocket> traps = new ArrayList<>();
    private int port;

    @BeforeEach
    void layTraps() throws IOException {
        traps.add(new ServerSocket(0, 200, literal("127.0.0.1")));
        port = traps.get(0).getLocalPort();
        if (literal("::1").isReachable(100)) {
            traps.add(new ServerSocket(port, 200, literal("::1")));
        }
    }

    @AfterEach
    void removeTraps() throws IOException {
        for (ServerSocket trap : traps) {
            trap.close();
        }
    }

    @Test
    void noneOfTheTableIsReached() throws IOException {
        List<String> urls = table();
        assertThat(urls).hasSizeGreaterThan(100);
        List<String> reached = new ArrayList<>();
        try (WebhookSender sender = new WebhookSender(
                TargetPolicy.PUBLIC_ONLY, HostileTargetsTest::answer, InstantSource.system(), LIMITS)) {
            for (String url : urls) {
                if (!isRefused(sender, url)) {
                    reached.add(url);
                }
            }
        }
        assertThat(reached).isEmpty();
        assertNoTrapHasSprung();
    }

    /** As if the URL had been let through: the check at connect time has to hold alone. */
    @Test
    void noneOfTheTableIsReachedWithoutTheCheckOfTheUrl() throws IOException {
        try (WebhookSender sender = new WebhookSender(
                TargetPolicy.PUBLIC_ONLY, HostileTargetsTest::answer, InstantSource.system(), LIMITS)) {
            for (String url : table()) {
                if (isUri(url)) {
                    assertThat(sendTo(sender, url).delivered()).as(url).isFalse();
                }
            }
        }
        assertNoTrapHasSprung();
    }

    /** The name server says something public when it is asked first, and loopback from then on. */
    @Test
    void anAnswerThatChangesIsCheckedAgain() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        AddressLookup rebinding = host -> List.of(literal(asked.getAndIncrement() == 0 ? PUBLIC : "127.0.0.1"));
        PinnedResolver resolver = new PinnedResolver(TargetPolicy.PUBLIC_ONLY, rebinding);
        assertThat(resolver.resolve("rebind.test")).containsExactly(literal(PUBLIC));
        assertThatThrownBy(() -> resolver.resolve("rebind.test"))
                .isInstanceOf(UnknownHostException.class)
                .hasRootCauseMessage("rebind.test is at 127.0.0.1 is loopback");
        try (WebhookSender sender =
                new WebhookSender(TargetPolicy.PUBLIC_ONLY, rebinding, InstantSource.system(), LIMITS)) {
            SendResult result = sendTo(sender, "http://rebind.test:" + port + "/");
            assertThat(result.error()).contains("rebind.test is at 127.0.0.1 is loopback");
        }
        assertNoTrapHasSprung();
    }

    /** One connection asks once, so what was checked is what is connected to. */
    @Test
    void anAddressIsAskedForOncePerConnection() {
        AtomicInteger asked = new AtomicInteger();
        AddressLookup counting = host -> {
            asked.incrementAndGet();
            return List.of(literal("127.0.0.1"));
        };
        try (WebhookSender sender =
                new WebhookSender(new TargetPolicy(true, false), counting, InstantSource.system(), shortLimits())) {
            sendTo(sender, "http://counted.test:" + port + "/");
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void theSocketItselfRefuses() throws IOException {
        try (GuardedSocket socket = new GuardedSocket(TargetPolicy.PUBLIC_ONLY)) {
            assertThatThrownBy(() -> socket.connect(new InetSocketAddress(literal("127.0.0.1"), port), 1_000))
                    .isInstanceOf(TargetRefusedException.class);
            assertThatThrownBy(() -> socket.connect(InetSocketAddress.createUnresolved("localhost", port), 1_000))
                    .isInstanceOf(TargetRefusedException.class);
        }
        assertNoTrapHasSprung();
    }

    /** Without the guard the traps do spring, so the tests above can fail. */
    @Test
    void theTrapsWork() throws IOException {
        try (WebhookSender sender = new WebhookSender(
                new TargetPolicy(true, false), HostileTargetsTest::answer, InstantSource.system(), shortLimits())) {
            sendTo(sender, "http://loopback.test:" + port + "/");
        }
        assertThat(traps.get(0).accept()).isNotNull();
    }

    private static InetAddress literal(String address) throws UnknownHostException {
        return InetAddress.getAllByName(address)[0];
    }

    private static SenderLimits shortLimits() {
        return new SenderLimits(Duration.ofSeconds(5), Duration.ofMillis(100), 4);
    }

    private boolean isRefused(WebhookSender sender, String url) {
        try {
            TargetUrl.parse(url, TargetPolicy.PUBLIC_ONLY);
        } catch (IllegalArgumentException e) {
            assertThat(e).as(url).hasMessageMatching("(?s).{10,}");
            return true;
        }
        SendResult result = sendTo(sender, url);
        return !result.delivered() && result.error().orElseThrow().contains(" is ");
    }

    private SendResult sendTo(WebhookSender sender, String url) {
        return sender.send(new WebhookMessage(url, secret, "msg_1", "{}".getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean isUri(String url) {
        try {
            return java.net.URI.create(url).getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static List<InetAddress> answer(String host) throws UnknownHostException {
        List<String> addresses = NAMES.get(host);
        if (addresses == null) {
            return AddressLookup.SYSTEM.addressesOf(host);
        }
        List<InetAddress> resolved = new ArrayList<>();
        for (String address : addresses) {
            resolved.add(literal(address));
        }
        return resolved;
    }

    private void assertNoTrapHasSprung() throws IOException {
        for (ServerSocket trap : traps) {
            trap.setSoTimeout(50);
            assertThatThrownBy(trap::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private List<String> table() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                HostileTargetsTest.class.getResourceAsStream("hostile-targets.txt"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.replace("PORT", Integer.toString(port)))
                    .toList();
        }
    }
}
