package cn.jiping.keys;

import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** A cached context keeps its keyring; the fresh database of the next test class has other keys. */
public final class FreshKeyring implements TestExecutionListener, Ordered {
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 1;
    }

    @Override
    public void beforeTestClass(TestContext context) {
        if (context.hasApplicationContext()) {
            context.getApplicationContext()
                    .getBeanProvider(Keyring.class)
                    .ifAvailable(Keyring::forget);
        }
    }
}
