package cn.jiping.account.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/**
 * 会话的存法: texts, numbers, collections of them and the notice for the next page. Nothing else is
 * written, and nothing else is ever made of what is read.
 */
@Configuration(proxyBeanMethods = false)
class SessionContents {
    private static final ObjectInputFilter ALLOWED =
            ObjectInputFilter.Config.createFilter(
                    "maxdepth=8;maxrefs=2000;maxbytes=200000;"
                            + "java.lang.String;java.lang.Number;java.lang.Long;java.lang.Integer;"
                            + "java.lang.Boolean;java.lang.Enum;java.lang.Object;java.util.*;"
                            + "java.util.concurrent.CopyOnWriteArrayList;"
                            + "org.springframework.web.servlet.FlashMap;"
                            + "org.springframework.util.LinkedMultiValueMap;"
                            + "org.springframework.util.MultiValueMapAdapter;"
                            + "cn.jiping.web.Notice;!*");

    @Bean
    ConversionService springSessionConversionService() {
        var conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, SessionContents::write);
        conversion.addConverter(byte[].class, Object.class, SessionContents::read);
        return conversion;
    }

    /** Two clicks may leave a notice at once; the later one stands. */
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer laterContentsStand() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    private static byte[] write(Object content) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new Guarded(bytes)) {
            out.writeObject(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Object read(byte[] bytes) {
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(ALLOWED);
            return in.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Refuses at the writing what could not be read again. */
    private static final class Guarded extends ObjectOutputStream {
        Guarded(OutputStream out) throws IOException {
            super(out);
        }

        @Override
        protected void annotateClass(Class<?> type) {
            if (ALLOWED.checkInput(new Written(type)) == ObjectInputFilter.Status.REJECTED) {
                throw new IllegalArgumentException("Not to be kept in a session: " + type);
            }
        }
    }

    private record Written(Class<?> serialClass) implements ObjectInputFilter.FilterInfo {
        @Override
        public long arrayLength() {
            return -1;
        }

        @Override
        public long depth() {
            return 1;
        }

        @Override
        public long references() {
            return 1;
        }

        @Override
        public long streamBytes() {
            return 1;
        }
    }
}
