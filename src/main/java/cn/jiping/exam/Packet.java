package cn.jiping.exam;

import cn.jiping.shared.Signature;
import java.util.List;
import java.util.UUID;

/**
 * 试卷袋: the papers of one sitting in one room.
 *
 * @param sheets how many were asked for
 * @param step the last step it has taken
 */
public record Packet(
        UUID id,
        SittingPlace place,
        String roomName,
        String number,
        int sheets,
        PaperStep step,
        List<Handed> handed) {
    public Packet {
        handed = List.copyOf(handed);
    }

    /** 一次交接. */
    public record Handed(
            PaperStep step,
            String giver,
            String taker,
            int sheets,
            Seal seal,
            String note,
            Signature by) {}

    /** How many sheets the step before handed on. */
    public int sheetsBefore() {
        return handed.stream()
                .filter(one -> one.seal() != Seal.MISSING)
                .reduce((_, last) -> last)
                .map(Handed::sheets)
                .orElse(sheets);
    }
}
