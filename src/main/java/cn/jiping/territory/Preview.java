package cn.jiping.territory;

import java.util.List;
import java.util.UUID;

/**
 * 预览: what an adjustment would do, before anybody does it. The revision says which state of the
 * tree it was worked out on.
 */
public record Preview(UUID revision, List<DivisionChange> changes, List<Shift> shifts) {}
