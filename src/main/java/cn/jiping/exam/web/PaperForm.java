package cn.jiping.exam.web;

import cn.jiping.exam.PaperChain;
import cn.jiping.exam.Seal;
import cn.jiping.shared.InvalidInput;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** 交接表; packets that are not ticked stay where they are. */
public record PaperForm(
        @Nullable String giver,
        @Nullable String taker,
        @Nullable String note,
        @Nullable List<Row> lines) {
    public PaperForm {
        lines = lines == null ? List.of() : lines.stream().filter(Objects::nonNull).toList();
    }

    /** 一袋. */
    public record Row(
            @Nullable String packet,
            @Nullable String sheets,
            @Nullable String seal,
            @Nullable Boolean taken) {
        PaperChain.Line line() {
            try {
                return new PaperChain.Line(
                        UUID.fromString(Objects.requireNonNullElse(packet, "")),
                        Integer.parseInt(Objects.requireNonNullElse(sheets, "").strip()),
                        Seal.of(Objects.requireNonNullElse(seal, "")).orElseThrow());
            } catch (IllegalArgumentException | NoSuchElementException _) {
                throw InvalidInput.of("lines", "exam.packets");
            }
        }
    }

    /** The packets on it, ticked or not. */
    Set<String> packets() {
        return Objects.requireNonNull(lines).stream()
                .map(row -> Objects.requireNonNullElse(row.packet(), ""))
                .collect(Collectors.toSet());
    }

    PaperChain.Handing handing() {
        return new PaperChain.Handing(
                Objects.requireNonNullElse(giver, ""),
                Objects.requireNonNullElse(taker, ""),
                Objects.requireNonNullElse(note, ""));
    }

    /**
     * @throws InvalidInput if a line cannot be read
     */
    List<PaperChain.Line> taken() {
        return Objects.requireNonNull(lines).stream()
                .filter(row -> Boolean.TRUE.equals(row.taken()))
                .map(Row::line)
                .toList();
    }
}
