package cn.jiping.file;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * 文件限额.
 *
 * @param limits the largest file of each purpose; what is not given stands at its default
 * @param largestPixels width times height of an image
 * @param largestInflated what a workbook or archive may unpack to
 * @param largestParts how many parts a workbook or archive may have
 * @param atOnce how many files are taken in at the same time, since each is held in memory
 * @param orphanAge how old a blob without a row must be before it is swept
 */
@ConfigurationProperties("jiping.file")
public record FileSettings(
        @Nullable Map<FilePurpose, DataSize> limits,
        @DefaultValue("25000000") long largestPixels,
        @DefaultValue("200MB") DataSize largestInflated,
        @DefaultValue("2000") int largestParts,
        @DefaultValue("6") int atOnce,
        @DefaultValue("1h") Duration orphanAge) {

    public FileSettings {
        var all = new EnumMap<FilePurpose, DataSize>(FilePurpose.class);
        for (var purpose : FilePurpose.values()) {
            all.put(purpose, usual(purpose));
        }
        if (limits != null) {
            all.putAll(limits);
        }
        limits = Map.copyOf(all);
    }

    private static DataSize usual(FilePurpose purpose) {
        return switch (purpose) {
            case PHOTO -> DataSize.ofMegabytes(5);
            case IDENTITY_COPY, EVIDENCE -> DataSize.ofMegabytes(10);
            case DOCUMENT, LIST, ARCHIVE -> DataSize.ofMegabytes(20);
        };
    }

    long inflatedBytes() {
        return largestInflated.toBytes();
    }

    int largest(FilePurpose purpose) {
        var limit = limits == null ? null : limits.get(purpose);
        return (int) (limit == null ? usual(purpose) : limit).toBytes();
    }
}
