package io.tripline.dsl.service;

import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.service.Symbol.Kind;
import io.tripline.dsl.syntax.Declaration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Renames a thing in all files, when the rule set means the same afterwards. */
final class Renaming {

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{M}\\p{Nd}_]*");
    /** Words that cannot stand alone as a name in an expression. */
    private static final Set<String> RESERVED = Set.of("and", "or", "not", "true", "false", "if", "else");

    private final Workspace workspace;
    private final References references;

    Renaming(Workspace workspace) {
        this.workspace = workspace;
        this.references = new References(workspace);
    }

    /** The name that stands there and could be another. */
    Optional<Range> renamable(OpenFile file, int offset) {
        return references.symbolsAt(file, offset).isEmpty()
                ? Optional.empty()
                : file.wordAt(offset).map(word -> file.lines().range(word.startOffset(), word.endOffset()));
    }

    Rename rename(OpenFile file, int offset, String newName) {
        Set<Symbol> symbols = references.symbolsAt(file, offset);
        if (symbols.isEmpty()) {
            return Rename.refused("nothing that a rule file declares has its name here");
        }
        if (!NAME.matcher(newName).matches() || RESERVED.contains(newName)) {
            return Rename.refused("`" + newName
                    + "` is not a name: names are letters, digits and `_`, and begin with a letter or `_`");
        }
        List<Occurrence> all = references.occurrences();
        if (symbols.size() > 1) {
            return Rename.refused(shared(symbols));
        }
        Symbol symbol = symbols.iterator().next();
        Set<SourceSpan> places = new LinkedHashSet<>();
        all.stream().filter(name -> name.symbol().equals(symbol)).forEach(name -> places.add(name.span()));
        return clash(symbol, newName)
                .or(() -> partOfKey(symbol, places, all))
                .map(Rename::refused)
                .orElseGet(() -> new Rename(edits(places, newName), Optional.empty()));
    }

    private static String shared(Set<Symbol> symbols) {
        List<String> owners =
                symbols.stream().map(Symbol::owner).distinct().sorted().toList();
        return "this is a name in " + String.join(", ", owners) + " at once: rename it where it is declared";
    }

    /** Whether something else has the new name where the renamed thing is known. */
    private Optional<String> clash(Symbol symbol, String newName) {
        if (symbol.name().equals(newName)) {
            return Optional.empty();
        }
        boolean taken;
        if (symbol.global()) {
            taken = workspace
                    .declarations()
                    .anyMatch(declaration -> declaration.name().text().equals(newName)
                            && DeclarationNames.symbol(declaration).isPresent());
        } else if (symbol.kind() == Kind.FIELD) {
            taken = workspace
                    .shape(symbol.owner())
                    .flatMap(shape -> shape.field(newName))
                    .isPresent();
        } else {
            taken = references.occurrences().stream()
                    .anyMatch(name -> name.declares()
                            && name.symbol().owner().equals(symbol.owner())
                            && name.symbol().name().equals(newName));
        }
        if (taken || symbol.kind() == Kind.STEP && isGlobal(newName)) {
            return Optional.of("`" + newName + "` is taken: there is something else of that name");
        }
        return Optional.empty();
    }

    private boolean isGlobal(String name) {
        return workspace.declarations().map(Declaration::name).anyMatch(declared -> declared.text()
                .equals(name));
    }

    /** A field that is a key together with fields of other event types cannot be renamed alone. */
    private static Optional<String> partOfKey(Symbol symbol, Set<SourceSpan> places, List<Occurrence> all) {
        return all.stream()
                .filter(name -> places.contains(name.span()) && !name.symbol().equals(symbol))
                .findFirst()
                .map(other -> "in line " + other.span().startLine() + " of "
                        + other.span().file() + " `"
                        + symbol.name() + "` is a name of " + other.symbol().owner() + " too: in a key, write `"
                        + symbol.name() + "(" + symbol.owner() + "." + symbol.name() + ", "
                        + other.symbol().owner() + "." + symbol.name() + ")` first");
    }

    private static Map<String, List<TextEdit>> edits(Set<SourceSpan> places, String newName) {
        Map<String, List<TextEdit>> edits = new TreeMap<>();
        places.forEach(span -> edits.computeIfAbsent(span.file(), file -> new ArrayList<>())
                .add(new TextEdit(Range.of(span), newName)));
        return edits;
    }
}
