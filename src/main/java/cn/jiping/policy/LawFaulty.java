package cn.jiping.policy;

import java.util.List;

/** 法规文件有误: files of law that cannot be read or contradict each other; nothing of them is used. */
public final class LawFaulty extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    public LawFaulty(List<String> faults) {
        super("Faulty law:\n" + String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** Each fault with its file, in English for whoever writes law files. */
    public List<String> faults() {
        return faults;
    }
}
