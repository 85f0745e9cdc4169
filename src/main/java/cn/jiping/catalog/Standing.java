package cn.jiping.catalog;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 目录地位: the status of an occupation on a day; since when and in which batch it is out, and whether
 * it is to become access type.
 */
public record Standing(
        CatalogueStatus status,
        @Nullable LocalDate exitedOn,
        @Nullable Integer batch,
        boolean pendingAccess) {

    static Standing of(CatalogueStatus status) {
        return new Standing(status, null, null, false);
    }

    static Standing exited(LocalDate on, int batch) {
        return new Standing(CatalogueStatus.EXITED, on, batch, false);
    }

    static Standing pending() {
        return new Standing(CatalogueStatus.LEVEL_EVALUATION, null, null, true);
    }
}
