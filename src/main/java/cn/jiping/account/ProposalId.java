package cn.jiping.account;

import cn.jiping.shared.Ids;
import java.util.UUID;

/** 提议标识: something that waits for a second person. */
public record ProposalId(UUID value) {
    public static ProposalId next() {
        return new ProposalId(Ids.next());
    }

    /**
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static ProposalId of(String text) {
        return new ProposalId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
