package cn.jiping.command;

/** 用法错误: the arguments of a command do not fit it; its usage is shown. */
public final class Misused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Misused(String problem) {
        super(problem);
    }
}
