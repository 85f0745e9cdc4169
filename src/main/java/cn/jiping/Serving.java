package cn.jiping;

import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * 运行: serves until the program is told to end. Told so while it still starts, it gets ready first:
 * work broken off halfway would be told as a failure, and a true failure would be lost among it.
 */
final class Serving {
    private static final Logger LOG = LoggerFactory.getLogger(Serving.class);

    private final CountDownLatch started = new CountDownLatch(1);
    private volatile @Nullable ConfigurableApplicationContext program;

    void run(String... arguments) {
        var application = new SpringApplication(Jiping.class);
        application.setRegisterShutdownHook(false);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("end").unstarted(this::end));
        try {
            program = application.run(arguments);
        } finally {
            started.countDown();
        }
    }

    private void end() {
        if (started.getCount() > 0) {
            LOG.info("Told to end while starting; ends as soon as it is ready");
        }
        try {
            started.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        var serving = program;
        if (serving != null) {
            serving.close();
        }
    }
}
