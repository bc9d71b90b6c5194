package com.recipechatbot.analytics.privacy.redact.number;

import com.recipechatbot.analytics.privacy.redact.text.DigitGroups;

/** Neighbouring groups of digits that may be one number; groups are counted from 0. */
final class GroupRange {

    private final DigitGroups groups;
    private final int first;
    private final int size;
    private final String digits;

    GroupRange(DigitGroups groups, int first, int last) {
        this.groups = groups;
        this.first = first;
        this.size = last - first + 1;
        this.digits = groups.digits(first, last);
    }

    int size() {
        return size;
    }

    /** The digits of all groups. */
    String digits() {
        return digits;
    }

    boolean isInOnePiece() {
        return size == 1;
    }

    int length(int group) {
        return groups.length(first + group);
    }

    /** The length of a group counted from the last one, which is 0; 0 for missing groups. */
    int lengthFromEnd(int group) {
        return group < size ? length(size - 1 - group) : 0;
    }

    String group(int group) {
        return groups.digits(first + group, first + group);
    }

    /** The characters between a group and the next one. */
    String joint(int group) {
        return groups.joint(first + group);
    }

    boolean hasJoint(String joint) {
        for (int group = 0; group + 1 < size; group++) {
            if (joint(group).equals(joint)) {
                return true;
            }
        }
        return false;
    }

    boolean isJoinedBySpacesOnly() {
        for (int group = 0; group + 1 < size; group++) {
            if (!joint(group).isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** Whether the same sign separates all groups. */
    boolean isEvenlyJoined() {
        for (int group = 0; group + 1 < size; group++) {
            if (joint(group).length() != 1 || !joint(group).equals(joint(0))) {
                return false;
            }
        }
        return true;
    }

    int longestGroup() {
        int longest = 0;
        for (int group = 0; group < size; group++) {
            longest = Math.max(longest, length(group));
        }
        return longest;
    }

    /** The place after the last digit. */
    int end() {
        return groups.end(first + size - 1);
    }
}
