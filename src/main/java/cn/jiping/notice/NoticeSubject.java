package cn.jiping.notice;

/** 通知所指: the thing a notice is about and the page where the recipient deals with it. */
public record NoticeSubject(String type, String id, String path) {
    public NoticeSubject {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("Not a path of this site: " + path);
        }
    }
}
