package cn.jiping.web;

import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** Makes {@link PageWords} the expression object {@code #jp} of every template. */
@Component
class PageDialect extends AbstractDialect implements IExpressionObjectDialect {
    private static final String OBJECT = "jp";

    private final MessageSource messages;

    PageDialect(MessageSource messages) {
        super("jiping");
        this.messages = messages;
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return new Words(messages);
    }

    private record Words(MessageSource messages) implements IExpressionObjectFactory {
        @Override
        public Set<String> getAllExpressionObjectNames() {
            return Set.of(OBJECT);
        }

        @Override
        public Object buildObject(IExpressionContext context, String name) {
            return new PageWords(context, messages);
        }

        @Override
        public boolean isCacheable(String name) {
            return true;
        }
    }
}
