package cn.jiping.bench;

/** One question that is answered by measuring. */
interface Benchmark {
    /** As it is called on the command line and in the name of its result. */
    String name();

    void run(Plan plan, Report report) throws Exception;
}
