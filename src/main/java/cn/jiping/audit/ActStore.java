package cn.jiping.audit;

interface ActStore {
    /** Writes the act, its payload and its place in the queue for sealing in one statement. */
    void insert(RecordedAct act, Payload payload);
}
