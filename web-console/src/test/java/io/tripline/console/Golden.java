package io.tripline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts that a reviewer should see change. {@code -Dgolden.write=true} writes them anew. */
public final class Golden {

    private static final Path RESOURCES = Path.of("src", "test", "resources");

    private Golden() {}

    /** Compares with the file beside the class's package. */
    public static void check(Class<?> test, String file, String actual) {
        Path path = RESOURCES.resolve(test.getPackageName().replace('.', '/')).resolve(file);
        try {
            if (Boolean.getBoolean("golden.write")) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, actual);
            }
            assertThat(actual).isEqualTo(Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read; -Dgolden.write=true writes it", e);
        }
    }
}
