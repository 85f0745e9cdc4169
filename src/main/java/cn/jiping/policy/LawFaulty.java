package cn.jiping.policy;

import java.util.List;
import java.util.stream.Collectors;

/** 法规文件有误: files of law that cannot be read or contradict each other; nothing of them is used. */
public final class LawFaulty extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<LawFault> faults;

    public LawFaulty(List<LawFault> faults) {
        super(
                "Faulty law:\n"
                        + faults.stream()
                                .map(LawFault::toString)
                                .collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public static LawFaulty of(LawFault fault) {
        return new LawFaulty(List.of(fault));
    }

    /** Everything that is wrong, each with its file. */
    public List<LawFault> faults() {
        return faults;
    }
}
