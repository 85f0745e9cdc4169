package cn.jiping.registration;

import cn.jiping.file.FileId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Signature;

/**
 * 代报: at the counter of which county an application is made for somebody, and the consent that was
 * taken there.
 *
 * @param consentText which text was agreed to
 * @param consent the signed paper, scanned
 * @param by who took it
 */
public record AtCounter(
        DivisionCode county, String countyName, String consentText, FileId consent, Signature by) {}
