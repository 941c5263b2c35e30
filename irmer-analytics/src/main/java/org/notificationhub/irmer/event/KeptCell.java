package org.notificationhub.irmer.event;

import org.notificationhub.irmer.count.Cell;

/** A cell as the database has it. @param total how many are in it now */
record KeptCell(int id, Cell cell, int total) {}
