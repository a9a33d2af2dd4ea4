#!/usr/bin/python3
"""A file system that writes nothing down before it is asked to (fsync). Ended
with -9 it is a power cut: what was written and not synced is gone. Names, and
the ends of files that were cut shorter, are kept at once.

    forgetful.py FOLDER MOUNTED_AT
"""
import os
import sys

import fusepy

PAGE = 4096


class Waiting:
    """Of one file: the pages that were written and not synced, and its size."""

    def __init__(self, size):
        self.pages, self.size = {}, size


class Forgetful(fusepy.Operations):
    def __init__(self, folder):
        self.folder = folder
        self.waiting = {}

    def real(self, path):
        return self.folder + path

    # --- what waits

    def write(self, path, data, offset, fh):
        kept = self.waiting.get(path)
        if kept is None:
            kept = self.waiting[path] = Waiting(os.fstat(fh).st_size)
        done = 0
        while done < len(data):
            number, start = divmod(offset + done, PAGE)
            piece = data[done:done + PAGE - start]
            if len(piece) == PAGE:
                kept.pages[number] = piece
            else:
                page = bytearray(kept.pages.get(number) or os.pread(fh, PAGE, number * PAGE).ljust(PAGE, b"\0"))
                page[start:start + len(piece)] = piece
                kept.pages[number] = bytes(page)
            done += len(piece)
        kept.size = max(kept.size, offset + len(data))
        return len(data)

    def read(self, path, size, offset, fh):
        kept = self.waiting.get(path)
        if kept is None:
            return os.pread(fh, size, offset)
        size = max(0, min(size, kept.size - offset))
        found = bytearray(os.pread(fh, size, offset).ljust(size, b"\0"))
        for number in range(offset // PAGE, (offset + size + PAGE - 1) // PAGE):
            page = kept.pages.get(number)
            if page is not None:
                at = number * PAGE - offset
                first, last = max(0, -at), min(PAGE, size - at)
                found[at + first:at + last] = page[first:last]
        return bytes(found)

    def fsync(self, path, datasync, fh):
        kept = self.waiting.pop(path, None)
        if kept is None:
            return 0
        file = os.open(self.real(path), os.O_WRONLY)
        run, begins = [], None
        for number in sorted(kept.pages):
            if begins is None or number != begins + len(run):
                if run:
                    os.pwrite(file, b"".join(run), begins * PAGE)
                run, begins = [], number
            run.append(kept.pages[number])
        if run:
            os.pwrite(file, b"".join(run), begins * PAGE)
        os.ftruncate(file, kept.size)
        os.close(file)
        return 0

    def truncate(self, path, length, fh=None):
        kept = self.waiting.get(path)
        size = os.stat(self.real(path)).st_size
        if length < size:
            os.truncate(self.real(path), length)
        if kept is None and length > size:
            kept = self.waiting[path] = Waiting(size)
        if kept is not None:
            for number in [n for n in kept.pages if n * PAGE >= length]:
                del kept.pages[number]
            last = length // PAGE
            if last in kept.pages:
                kept.pages[last] = kept.pages[last][:length % PAGE].ljust(PAGE, b"\0")
            kept.size = length
        return 0

    # --- what is done at once

    def getattr(self, path, fh=None):
        try:
            found = os.lstat(self.real(path))
        except OSError as error:
            raise fusepy.FuseOSError(error.errno)
        about = {name: getattr(found, name) for name in (
            "st_mode", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime", "st_mtime", "st_ctime")}
        if path in self.waiting:
            about["st_size"] = self.waiting[path].size
        return about

    def open(self, path, flags):
        # Pages are not where they lie on a disk.
        return os.open(self.real(path), flags & ~(os.O_DIRECT | os.O_WRONLY | os.O_RDWR | os.O_APPEND) | os.O_RDONLY)

    def create(self, path, mode, fi=None):
        self.waiting.pop(path, None)
        return os.open(self.real(path), os.O_RDWR | os.O_CREAT | os.O_TRUNC, mode)

    def release(self, path, fh):
        os.close(fh)
        return 0

    def rename(self, old, new):
        os.rename(self.real(old), self.real(new))
        self.waiting.pop(new, None)
        if old in self.waiting:
            self.waiting[new] = self.waiting.pop(old)

    def unlink(self, path):
        os.unlink(self.real(path))
        self.waiting.pop(path, None)

    def readdir(self, path, fh):
        return [".", "..", *os.listdir(self.real(path))]

    def mkdir(self, path, mode):
        os.mkdir(self.real(path), mode)

    def rmdir(self, path):
        os.rmdir(self.real(path))

    def chmod(self, path, mode):
        os.chmod(self.real(path), mode)

    def chown(self, path, user, group):
        os.chown(self.real(path), user, group)

    def utimens(self, path, times=None):
        os.utime(self.real(path), times)

    def readlink(self, path):
        return os.readlink(self.real(path))

    def symlink(self, link, target):
        os.symlink(target, self.real(link))

    def statfs(self, path):
        found = os.statvfs(self.folder)
        return {name: getattr(found, name) for name in ("f_bavail", "f_bfree", "f_blocks", "f_bsize", "f_favail",
            "f_ffree", "f_files", "f_frsize", "f_namemax")}


fusepy.FUSE(Forgetful(os.path.abspath(sys.argv[1])), sys.argv[2], foreground=True, nothreads=True, big_writes=True)
