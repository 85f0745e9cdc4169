package cn.jiping.database;

/** An archive that is damaged, newer, or does not fit where it should go. Nothing was changed. */
final class ArchiveRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ArchiveRefused(String problem) {
        super(problem);
    }
}
