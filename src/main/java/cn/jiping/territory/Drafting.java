package cn.jiping.territory;

import cn.jiping.shared.DivisionCode;
import cn.jiping.territory.DivisionChange.Began;
import cn.jiping.territory.DivisionChange.Ended;
import cn.jiping.territory.DivisionChange.Fact;
import cn.jiping.territory.DivisionChange.Moved;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns an adjustment into what happens to each place on the day of the decree. */
record Drafting(DivisionTree tree, Decree decree) {

    /**
     * @throws TerritoryRefused if a place named does not exist on the day, or nothing would change
     */
    List<DivisionChange> changes(Adjustment adjustment) {
        adjustment.places().forEach(this::require);
        return switch (adjustment) {
            case Adjustment.Rename(var place, var name) -> rename(place, name);
            case Adjustment.Merge merge -> merge(merge);
            case Adjustment.Split split -> split(split);
            case Adjustment.Move move -> move(move);
            case Adjustment.Cede(var place, var to) ->
                    List.of(change(place, new DivisionChange.Ceded(to)));
            case Adjustment.Authorise(var place, var authorised) -> authorise(place, authorised);
            case Adjustment.Found(var founding, var level, var parent) ->
                    List.of(found(founding, level, parent));
        };
    }

    private List<DivisionChange> rename(DivisionCode place, String name) {
        if (require(place).name().equals(name)) {
            throw TerritoryRefused.nothingChanges();
        }
        return List.of(change(place, new DivisionChange.Renamed(name)));
    }

    private List<DivisionChange> authorise(DivisionCode place, boolean authorised) {
        if (require(place).authorised() == authorised) {
            throw TerritoryRefused.nothingChanges();
        }
        return List.of(change(place, new DivisionChange.Authorised(authorised)));
    }

    private List<DivisionChange> merge(Adjustment.Merge merge) {
        var first = require(merge.ended().stream().min(DivisionCode::compareTo).orElseThrow());
        var founded =
                merge.foundedAs() == null
                        ? Stream.<DivisionChange>empty()
                        : Stream.of(
                                found(
                                        new Adjustment.Founding(merge.into(), merge.foundedAs()),
                                        first.level(),
                                        first.parent()));
        return Stream.concat(
                        founded,
                        merge.ended().stream()
                                .sorted()
                                .flatMap(ended -> endTo(ended, merge.into())))
                .toList();
    }

    private List<DivisionChange> split(Adjustment.Split split) {
        var old = require(split.place());
        var founded = split.parts().stream().map(part -> found(part, old.level(), old.parent()));
        var ceded =
                split.parts().stream()
                        .map(Adjustment.Founding::code)
                        .filter(code -> !code.equals(split.heir()))
                        .map(code -> change(old.code(), new DivisionChange.Ceded(code)));
        var ended =
                split.heir() == null
                        ? Stream.<DivisionChange>empty()
                        : endTo(old.code(), split.heir());
        return Stream.of(founded, ceded, ended).flatMap(each -> each).toList();
    }

    private List<DivisionChange> move(Adjustment.Move move) {
        var old = require(move.place());
        require(move.parent());
        if (move.parent().equals(old.parent())) {
            throw TerritoryRefused.nothingChanges();
        }
        var newCode = move.newCode();
        if (newCode == null) {
            return List.of(change(old.code(), new Moved(move.parent())));
        }
        var founding =
                found(new Adjustment.Founding(newCode, old.name()), old.level(), move.parent());
        return Stream.concat(Stream.of(founding), endTo(old.code(), newCode)).toList();
    }

    /** Ends a place; what lies under it on the day goes under the heir. */
    private Stream<DivisionChange> endTo(DivisionCode place, DivisionCode heir) {
        var children =
                tree.childrenOf(place, decree.day()).stream()
                        .map(child -> change(child.code(), new Moved(heir)));
        return Stream.concat(Stream.of(change(place, new Ended(heir))), children);
    }

    private DivisionChange found(
            Adjustment.Founding founding, DivisionLevel level, @Nullable DivisionCode parent) {
        if (tree.knows(founding.code())) {
            throw TerritoryRefused.codeUsed(founding.code());
        }
        var ownCode = founding.code().value().charAt(2) == 'L';
        return change(founding.code(), new Began(founding.name(), level, parent, ownCode));
    }

    private Division require(DivisionCode place) {
        return tree.find(place, decree.day())
                .orElseThrow(() -> TerritoryRefused.notInForce(place, decree.day()));
    }

    private DivisionChange change(DivisionCode code, Fact fact) {
        return new DivisionChange(decree, code, fact);
    }
}
