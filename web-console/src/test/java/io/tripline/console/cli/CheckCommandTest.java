package io.tripline.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tripline.console.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

    private static final String EVENTS = """
            event Transaction {
              id      string     @id
              card    string
              amount  decimal
              at      timestamp  @time
            }
            """;

    private static final String GOOD = """
            rule large "A large charge" {
              by card
              on t: Transaction[amount > 220]
              alert "Card {card}: {t.amount}"
            }
            """;

    private static final String BAD = """
            rule large "A large charge" {
              severity urgent
              by card
              on t: Transaction[amout > 220]
              alert "Card {card}: {t.amont}"
            }
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void events() throws IOException {
        write("events.trip", EVENTS);
    }

    @Test
    void aGoodRuleSet() throws IOException {
        write("rules/large.trip", GOOD);
        CommandLineRun run = CommandLineRun.of("check", folder);
        assertThat(run).isEqualTo(new CommandLineRun(0, "2 files, 1 rule: no errors\n", ""));
    }

    @Test
    void threeMistakesAsText() throws IOException {
        write("large.trip", BAD);
        CommandLineRun run = CommandLineRun.of("check", folder);
        assertThat(run.exitCode()).isEqualTo(1);
        Golden.check(getClass(), "check/three-mistakes.txt", withoutFolder(run.out()));
    }

    @Test
    void threeMistakesAsJson() throws IOException {
        write("large.trip", BAD);
        CommandLineRun run = CommandLineRun.of("check", "--format", "json", folder);
        assertThat(run.exitCode()).isEqualTo(1);
        Golden.check(getClass(), "check/three-mistakes.json", withoutFolder(run.out()));
    }

    @Test
    void threeMistakesAsSarif() throws IOException {
        write("large.trip", BAD);
        CommandLineRun run = CommandLineRun.of("check", "--format=sarif", folder);
        assertThat(run.exitCode()).isEqualTo(1);
        Golden.check(getClass(), "check/three-mistakes.sarif", withoutFolder(run.out()));
    }

    @Test
    void whatCannotBeRun() throws IOException {
        assertThat(CommandLineRun.of("check", folder.resolve("nowhere.trip")))
                .isEqualTo(new CommandLineRun(
                        2, "", "tripline: there is no file " + folder.resolve("nowhere.trip") + "\n"));
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(CommandLineRun.of("check", empty).err())
                .isEqualTo("tripline: there is no .trip file in " + empty + "\n");
        Files.write(folder.resolve("latin.trip"), "// Zoë".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(CommandLineRun.of("check", folder.resolve("latin.trip")).err())
                .endsWith("is not a text in UTF-8\n");
        assertThat(CommandLineRun.of("check").err())
                .isEqualTo("tripline: Missing required parameter: 'PATH'\nTry 'tripline check --help'.\n");
        assertThat(CommandLineRun.of("chekc", folder).exitCode()).isEqualTo(2);
    }

    @Test
    void helpAndVersion() {
        assertThat(CommandLineRun.of("--version").out()).startsWith("tripline ").doesNotContain("${");
        assertThat(CommandLineRun.of("check", "--help").out()).contains("Usage: tripline check", "Exit codes:");
        assertThat(CommandLineRun.of().exitCode()).isEqualTo(2);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String withoutFolder(String text) {
        return text.replace(folder.toString(), "FOLDER")
                .replaceAll("\"version\" : \"\\d[^\"]*-SNAPSHOT\"", "\"version\" : \"VERSION\"");
    }
}
