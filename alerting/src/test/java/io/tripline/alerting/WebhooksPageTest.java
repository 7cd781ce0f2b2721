package io.tripline.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tripline.alerting.webhook.EndpointSecret;
import io.tripline.alerting.webhook.WebhookSignature;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples in docs/webhooks.md work. */
class WebhooksPageTest {

    private static final long NOW = 1_772_359_382;
    private static final String BODY = "{\"type\":\"alert.test\",\"data\":{\"message\":\"Ünïcode €\"}}";

    @TempDir
    private Path directory;

    private final String secret =
            EndpointSecret.generate(new SplittableRandom(11)).reveal();
    private final String signature =
            WebhookSignature.sign(EndpointSecret.parse(secret), "msg_1", NOW, BODY.getBytes(StandardCharsets.UTF_8));

    @Test
    void theJavaExampleWorks() throws Exception {
        Path source = Files.writeString(directory.resolve("TriplineWebhook.java"), example("java"));
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", directory.toString(), source.toString());
        assertThat(failed).isZero();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {directory.toUri().toURL()})) {
            Method verify = loader.loadClass("TriplineWebhook")
                    .getMethod(
                            "isGenuine",
                            String.class,
                            String.class,
                            String.class,
                            String.class,
                            byte[].class,
                            long.class);
            byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
            String both = "v1,AAAA " + signature;
            assertThat(verify.invoke(null, secret, "msg_1", "" + NOW, both, body, NOW + 299))
                    .isEqualTo(true);
            assertThat(verify.invoke(null, secret, "msg_1", "" + NOW, both, body, NOW + 301))
                    .isEqualTo(false);
            assertThat(verify.invoke(null, secret, "msg_2", "" + NOW, both, body, NOW))
                    .isEqualTo(false);
        }
    }

    @Test
    void thePythonExampleWorks() throws Exception {
        String calls = """
                headers = {"webhook-id": "msg_1", "webhook-timestamp": "%d", "webhook-signature": "v1,AAAA %s"}
                body = open("body", "rb").read()
                verify("%s", headers, body, %d)
                for wrong in [lambda: verify("%3$s", headers, body + b" ", %4$d), lambda: verify("%3$s", headers, body)]:
                    try:
                        wrong()
                        raise SystemExit("let through")
                    except ValueError:
                        pass
                print("ok")
                """.formatted(NOW, signature, secret, NOW);
        assertThat(run("python3", example("python") + "\n" + calls)).isEqualTo("ok\n");
    }

    @Test
    void theShellExampleWorks() throws Exception {
        assumeTrue(isThere("openssl", "version"), "openssl is not there");
        String variables = "secret='%s'\nid=msg_1\ntimestamp=%d\n".formatted(secret, NOW);
        assertThat(run("sh", variables + example("sh"))).isEqualTo(signature + "\n");
    }

    private String run(String program, String script) throws IOException, InterruptedException {
        assumeTrue(isThere(program, "-c", ""), program + " is not there");
        Files.writeString(directory.resolve("script"), script);
        Files.writeString(directory.resolve("body"), BODY);
        Process process = new ProcessBuilder(program, "script")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    private static boolean isThere(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String example(String language) throws IOException {
        String page = Files.readString(Path.of("..", "docs", "webhooks.md"));
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertThat(block.find()).as("an example in %s", language).isTrue();
        return block.group(1);
    }
}
