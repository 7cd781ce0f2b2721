package io.tripline.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The jar as it is given away. */
class RunnableJarIT {

    private static final Path JAR = Path.of(System.getProperty("tripline.jar"));

    @Test
    void theManifestOpensWhatChronicleReachesInto() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            Attributes manifest = jar.getManifest().getMainAttributes();
            assertThat(manifest.getValue("Add-Opens").split(" "))
                    .contains("java.base/java.lang.reflect", "java.base/java.lang", "java.base/java.util");
            assertThat(manifest.getValue("Add-Exports").split(" "))
                    .contains("java.base/sun.nio.ch", "java.base/jdk.internal.ref");
            assertThat(manifest.getValue("Enable-Native-Access")).isEqualTo("ALL-UNNAMED");
            assertThat(manifest.getValue("Start-Class")).isEqualTo(Tripline.class.getName());
        }
    }

    @Test
    void whatSendsUsageDataOutIsNotInIt() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().map(entry -> entry.getName()))
                    .anyMatch(name -> name.startsWith("BOOT-INF/lib/chronicle-queue"))
                    .noneMatch(name -> name.contains("chronicle-analytics"));
        }
    }

    @Test
    void bareJavaRunsIt(@TempDir Path folder) throws Exception {
        assertThat(run("--version")).startsWith("tripline ").hasLineCount(1);
        Path rules = Files.writeString(folder.resolve("empty.trip"), "event E {\n  at timestamp @time\n}\n");
        assertThat(run("check", rules.toString())).startsWith("1 file, 0 rules");
    }

    /** Chronicle's journal and all, on whatever Java runs the tests: nothing but our own lines is printed. */
    @Test
    void aNodeRunsAndStopsWithoutAWordOfWarning(@TempDir Path data) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        JAR.toString(),
                        "run",
                        "--data",
                        data.toString(),
                        "--port",
                        "0")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> said = new ArrayList<>();
            String line = lines.readLine();
            String address = "";
            while (line != null && !line.startsWith("Ready")) {
                String[] words = line.strip().split(" +", 3);
                said.add(words[0]);
                address = words[0].equals("console") ? words[1] : address;
                line = lines.readLine();
            }
            assertThat(said).containsExactly("Tripline", "console", "data", "durability", "recovered");
            send(address + "/v1/rules/e.trip", "PUT", "text/plain", "event E {\n  at timestamp @time\n}\n", 201);
            send(address + "/v1/events", "POST", "application/json", "{\"type\":\"E\",\"at\":0}", 200);
            // By its handle: the process's own method would close the stream we still want to read.
            process.toHandle().destroy();
            assertThat(lines.readLine()).isNull();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(data.resolve("journal")).isDirectoryContaining(path -> true);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void theLogIsJsonWhereThatIsAskedFor(@TempDir Path data) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        JAR.toString(),
                        "run",
                        "--data",
                        data.toString(),
                        "--port",
                        "0",
                        "--set",
                        "log.format=json")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> messages = new ArrayList<>();
            while (messages.isEmpty() || !messages.get(messages.size() - 1).startsWith("Ready")) {
                JsonNode line = JsonMapper.shared().readTree(lines.readLine());
                assertThat(line.at("/log/level").asString()).isEqualTo("INFO");
                assertThat(Instant.parse(line.path("@timestamp").asString())).isNotNull();
                assertThat(line.at("/service/name").asString()).isEqualTo("tripline");
                messages.add(line.path("message").asString());
            }
            assertThat(messages).anyMatch(message -> message.startsWith("console http://127.0.0.1:"));
            process.toHandle().destroy();
            process.toHandle().destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as("stopped twice").isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    private static void send(String address, String method, String type, String body, int status)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    }

    private static String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(output).isZero();
            return output;
        } finally {
            process.destroyForcibly();
        }
    }
}
