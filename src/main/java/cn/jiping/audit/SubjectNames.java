package cn.jiping.audit;

import java.util.Collection;
import java.util.Map;

/**
 * 对象名称: what the subjects of acts are called now, where the acts themselves do not say; implemented
 * by the modules that keep them. Asked once a page, with what is on it.
 */
public interface SubjectNames {
    /** The type of subject in acts, such as {@code account}. */
    String type();

    /** The names by id; what has none or is not known is left out. */
    Map<String, String> names(Collection<String> ids);
}
