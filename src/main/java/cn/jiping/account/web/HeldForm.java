package cn.jiping.account.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * 待确认的表单: what was typed into a guarded form, until its sender has confirmed.
 *
 * @param path the guarded route it was sent to
 * @param grant in which role it was sent
 */
record HeldForm(String path, String grant, Map<String, List<String>> fields) {
    HeldForm {
        fields = new LinkedHashMap<>(fields);
    }

    /** Never the fields: they must not reach a log by accident. */
    @Override
    public String toString() {
        return "HeldForm " + path;
    }
}
