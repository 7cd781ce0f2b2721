package io.tripline.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatCommandTest {

    private static final String WILD = "rule r{by card on t:Transaction[amount>1]alert \"x\"}";
    private static final String CALM = """
            rule r {
              by card
              on t: Transaction[amount > 1]
              alert "x"
            }
            """;

    @TempDir
    Path folder;

    private Path wild;

    @BeforeEach
    void files() throws IOException {
        wild = Files.writeString(folder.resolve("wild.trip"), WILD);
        Files.writeString(folder.resolve("calm.trip"), CALM);
    }

    @Test
    void rewritesWhatLooksDifferent() throws IOException {
        assertThat(CommandLineRun.of("format", folder))
                .isEqualTo(new CommandLineRun(0, wild + "\n2 files: 1 formatted\n", ""));
        assertThat(wild).hasContent(CALM);
        assertThat(CommandLineRun.of("format", folder)).isEqualTo(new CommandLineRun(0, "2 files: 0 formatted\n", ""));
    }

    @Test
    void namesWhatLooksDifferentAndLeavesItAlone() {
        assertThat(CommandLineRun.of("format", "--check", folder))
                .isEqualTo(new CommandLineRun(1, wild + "\n2 files: 1 to be formatted\n", ""));
        assertThat(wild).hasContent(WILD);
    }

    @Test
    void leavesFilesWithErrorsAloneAndSaysWhy() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.trip"), "rule r {\n  by\n}\n");
        CommandLineRun run = CommandLineRun.of("format", folder);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).endsWith("3 files: 1 formatted, 1 left alone because of errors\n");
        assertThat(run.err()).startsWith(broken + ":3:1: error: ");
        assertThat(broken).hasContent("rule r {\n  by\n}\n");
    }

    @Test
    void formatsStandardInput() {
        assertThat(withInput(WILD, "format", "-")).isEqualTo(new CommandLineRun(0, CALM, ""));
        assertThat(withInput(WILD, "format", "--check", "-").exitCode()).isEqualTo(1);
        assertThat(withInput(CALM, "format", "--check", "-")).isEqualTo(new CommandLineRun(0, "", ""));
        assertThat(withInput("rule", "format", "-").err()).startsWith("standard input:1:5: error: ");
    }

    @Test
    void standardInputStandsAlone() {
        assertThat(CommandLineRun.of("format", "-", folder).err())
                .isEqualTo("tripline: - stands alone: standard input is one file\n");
    }

    private static CommandLineRun withInput(String text, Object... arguments) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        try {
            return CommandLineRun.of(arguments);
        } finally {
            System.setIn(before);
        }
    }
}
