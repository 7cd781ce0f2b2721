package io.tripline.dsl.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a name is declared, and where else it stands. */
final class References {

    private final Workspace workspace;

    References(Workspace workspace) {
        this.workspace = workspace;
    }

    /** What the name at this place means; several things for a part of a key. */
    Set<Symbol> symbolsAt(OpenFile file, int offset) {
        return DeclarationNames.in(workspace, file).stream()
                .filter(name -> name.covers(offset))
                .map(Occurrence::symbol)
                .filter(Symbol::declared)
                .collect(Collectors.toSet());
    }

    List<Location> declarations(OpenFile file, int offset) {
        return locations(symbolsAt(file, offset), true);
    }

    /** All places, declarations among them. */
    List<Location> all(OpenFile file, int offset) {
        return locations(symbolsAt(file, offset), false);
    }

    private List<Location> locations(Set<Symbol> symbols, boolean declarationsOnly) {
        return occurrences().stream()
                .filter(name -> symbols.contains(name.symbol()) && (name.declares() || !declarationsOnly))
                .map(name -> Location.of(name.span()))
                .distinct()
                .toList();
    }

    /** Every name of every file. */
    List<Occurrence> occurrences() {
        List<Occurrence> all = new ArrayList<>();
        workspace.files().forEach(file -> all.addAll(DeclarationNames.in(workspace, file)));
        return all;
    }
}
