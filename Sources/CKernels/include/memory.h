// Memory for elements, which may be refused: Swift's own allocation ends the process instead.
#ifndef CK_MEMORY_H
#define CK_MEMORY_H

// NULL where the system has none. What was given back is handed out again before the system is asked: a fresh page
// costs more than most kernels take for it. What waits for that never takes more than `room`.
void *_Nullable ck_allocate(long bytes, long room);
// `bytes` as they were asked for.
void ck_release(void *_Nonnull memory, long bytes, long room);

#endif
