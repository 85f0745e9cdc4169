package cn.jiping.task;

/** 待办所指: the thing the task is about and the page where it is dealt with. */
public record TaskSubject(String type, String id, String path) {
    public TaskSubject {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("Not a path of this site: " + path);
        }
    }
}
