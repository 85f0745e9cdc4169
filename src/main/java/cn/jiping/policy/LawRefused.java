package cn.jiping.policy;

import cn.jiping.shared.Refusal;

/** 法规拒绝: why the law was not changed. */
public final class LawRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private LawRefused(String code, Object... arguments) {
        super("law." + code, null, arguments);
    }

    static LawRefused nothingChanged() {
        return new LawRefused("nothing-changed");
    }

    static LawRefused folderEmpty(String folder) {
        return new LawRefused("folder-empty", folder);
    }

    static LawRefused otherProvince(String jurisdiction) {
        return new LawRefused("other-province", jurisdiction);
    }

    static LawRefused draftEnded() {
        return new LawRefused("draft-ended");
    }

    static LawRefused proposed() {
        return new LawRefused("proposed");
    }

    static LawRefused notProposed() {
        return new LawRefused("not-proposed");
    }

    static LawRefused otherProposed() {
        return new LawRefused("other-proposed");
    }

    static LawRefused notReplayed() {
        return new LawRefused("not-replayed");
    }

    static LawRefused newcomers(long number) {
        return new LawRefused("newcomers", number);
    }

    static LawRefused bookChanged() {
        return new LawRefused("book-changed");
    }

    static LawRefused conflict(String files) {
        return new LawRefused("conflict", files);
    }

    static LawRefused inForceAlready() {
        return new LawRefused("in-force-already");
    }

    static LawRefused replayEnded() {
        return new LawRefused("replay-ended");
    }

    static LawRefused replayRunning() {
        return new LawRefused("replay-running");
    }
}
