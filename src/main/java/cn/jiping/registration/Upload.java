package cn.jiping.registration;

import java.io.InputStream;

/**
 * 上传的文件.
 *
 * @param name as the person's computer calls it
 * @param content is read to its end or to the limit, and not closed
 * @param key chosen by the caller; the same key stores once
 */
public record Upload(String name, InputStream content, String key) {}
