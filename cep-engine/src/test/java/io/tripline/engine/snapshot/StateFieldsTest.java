package io.tripline.engine.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.tripline.engine.core.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Which fields there are in what an engine consists of. Whoever adds one decides whether it is state: then the class has to
 * write it in {@code writeState} and read it, {@link StateForm#VERSION} rises, and the list is made anew with {@code
 * -Dgolden.update=true}.
 */
class StateFieldsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/io/tripline/engine/snapshot/state-fields.txt");

    /** What was compiled from the rules, and what is looked through: the same in every engine with these rules. */
    private static final List<String> NOT_STATE = List.of(
            "io.tripline.engine.program",
            "io.tripline.engine.predicate",
            "io.tripline.engine.expression",
            "io.tripline.engine.snapshot");

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.tripline.engine");

    @Test
    void everyFieldIsWrittenOrKnownToBeNoState() throws IOException {
        TreeSet<JavaClass> reached = new TreeSet<>(Comparator.comparing(JavaClass::getName));
        reach(CLASSES.get(Engine.class), reached);
        String fields = reached.stream().map(StateFieldsTest::fields).collect(Collectors.joining());
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, fields);
        }
        assertThat(fields).isEqualTo(Files.readString(GOLDEN));
    }

    private static void reach(JavaClass from, Set<JavaClass> reached) {
        boolean ours = from.getName().startsWith("io.tripline.engine.") && !from.isEnum();
        if (!ours || NOT_STATE.contains(from.getPackageName()) || !reached.add(from)) {
            return;
        }
        from.getAllSubclasses().forEach(each -> reach(each, reached));
        from.getAllFields()
                .forEach(field ->
                        field.getType().getAllInvolvedRawTypes().forEach(each -> reach(element(each), reached)));
    }

    private static JavaClass element(JavaClass type) {
        return type.isArray() ? type.getBaseComponentType() : type;
    }

    private static String fields(JavaClass of) {
        String fields = of.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .map(JavaField::getName)
                .filter(name -> !name.startsWith("this$"))
                .sorted()
                .collect(Collectors.joining(", "));
        return fields.isEmpty() ? "" : of.getName().replace("io.tripline.engine.", "") + ": " + fields + "\n";
    }
}
