extension Explanation {
    /// Files that a person or a program names.
    static let files: [Explanation] = [
        Explanation(
            "file-absent", "There is no file of this name where a program may look.",
            from: "this language: the lesson's folder, the output folder, the assets.",
            #"""
            ```cl
            load_png("chelse.png")
            #! file-absent
            ```

            The message offers the nearest name that exists. `convlab root` says where assets are found, `--read DIR` adds
            a folder.
            """#),
        Explanation(
            "file-outside", "A name leads out of the folders that a program may use.",
            from: "this language: a lesson from a stranger cannot read or write your files.",
            #"""
            ```cl
            load_png("/etc/passwd")
            #! file-outside
            ```

            A program reads its own folder, the output folder and the assets, and writes below the output folder (`out`, or
            `--out DIR`). `convlab run --read DIR` allows one more folder for reading.
            """#),
        Explanation(
            "file-lesson", "There is neither a file nor a bundled lesson of this name.", from: "the command line.",
            #"""
            ```text
            $ convlab run 05_poling
            error[file-lesson]: there is no file and no lesson named 05_poling
              = did you mean 05_pooling
            ```

            `convlab lessons` lists the bundled ones.
            """#),
        Explanation(
            "file-kind", "The name is that of a folder, or of something else that holds no bytes.",
            from: "the file system.",
            #"""
            ```text
            $ convlab run Lessons
            error[file-kind]: Lessons is not a file of bytes
            ```

            Name the file itself: `convlab run Lessons/05_pooling.cl`.
            """#),
        Explanation(
            "file-name", "This is not the name of a file.", from: "the file system.",
            #"""
            ```cl
            load_png("")
            #! file-name
            ```

            A name has at least one character, and none that a terminal would obey.
            """#),
        Explanation(
            "file-utf8", "A program or lesson is not UTF-8 text.", from: "the lesson files of this language.",
            #"""
            ```text
            error[file-utf8]: old.cl is not UTF-8: see its byte 17
            ```

            Save it as UTF-8 in your editor; Windows programs often write another encoding.
            """#),
        Explanation(
            "file-large", "A file is larger than what is read.",
            from: "a bound that keeps a slip from filling the memory.",
            #"""
            ```text
            error[file-large]: log.cl is too large: 300000000 bytes, at most 67108864 are read
            ```

            A lesson is a text of some kilobytes. Is it the right file?
            """#),
        Explanation(
            "file-read", "The system does not let the file be read.", from: "the operating system, whose words follow.",
            #"""
            ```text
            error[file-read]: mine.cl cannot be read: Permission denied
            ```

            `ls -l mine.cl` shows who may read it.
            """#),
        Explanation(
            "file-write", "The system does not let the file be written.",
            from: "the operating system, whose words follow.",
            #"""
            ```text
            error[file-write]: out/cat.png cannot be written: No space left on device
            ```

            `--out DIR` writes somewhere else.
            """#),
        Explanation(
            "file-changed", "A file changed while its results were being renewed, so it was left alone.",
            from: "`convlab run --update`.",
            #"""
            ```text
            error[file-changed]: mine.cl was changed by another program while it ran, so it was left alone
            ```

            Save it in your editor, then run the update again.
            """#),
        Explanation(
            "file-ring", "Files use each other in a ring.",
            from: "this language: a file runs before the one that uses it.",
            #"""
            ```text
            error[file-ring]: these files use each other in a ring: a.cl -> b.cl -> a.cl
            ```

            Move what both need into a third file, and let both use that one.
            """#),
        Explanation(
            "file-root", "No folder with both `Lessons` and `assets` was found.", from: "the command line.",
            #"""
            ```text
            error[file-root]: no folder with both Lessons and assets was found
            ```

            `convlab root` says where it was looked for; `--root DIR` or the variable `CONVLAB_ROOT` names the folder.
            """#),
        Explanation(
            "file-png", "The file is not a PNG picture.", from: "the PNG format.",
            #"""
            ```text
            error[file-png]: photo.jpg: this is not a PNG picture
              = its first bytes are those of a JPEG picture
            ```

            A name that ends in .png makes no PNG: save the picture as PNG with an image program.
            """#),
        Explanation(
            "file-twice", "Two pictures would be filtered into one file.",
            from: "`convlab filter`: a result bears its picture's name.",
            #"""
            ```text
            $ convlab filter summer/beach.png winter/beach.png -k blur -o soft
            error[file-twice]: summer/beach.png and winter/beach.png would both become soft/beach.png
            ```

            Nothing was written. Filter them in two goes, into two folders.
            """#),
        Explanation(
            "file-over", "A filtered picture would take the place of one that is to be filtered.",
            from: "`convlab filter`: what cannot be undone needs to be said.",
            #"""
            ```text
            $ convlab filter photos -k blur -o photos
            error[file-over]: photos/beach.png would be written over, and it is one of the pictures to be filtered
            ```

            `-o soft` keeps both. A single picture is replaced if `-o` names that very file:
            `convlab filter beach.png -k blur -o beach.png`.
            """#),
        Explanation(
            "file-folder", "Several pictures cannot go to one file.", from: "`convlab filter`.",
            #"""
            ```text
            $ convlab filter a.png b.png -k blur -o soft.png
            error[file-folder]: several pictures need a folder to go to, and soft.png is the name of a file
            ```

            `-o soft` makes the folder, and each result bears its picture's name.
            """#),
        Explanation(
            "file-none", "A folder holds no PNG pictures.", from: "`convlab filter`, which takes a folder's `*.png`.",
            #"""
            ```text
            $ convlab filter photos -k blur -o soft
            error[file-none]: photos holds no file whose name ends in .png
            ```

            Folders within the folder are not looked into. Other kinds of pictures have to be saved as PNG first.
            """#),
        Explanation(
            "file-cut", "A picture's file ends before its picture does.", from: "the PNG format.",
            #"""
            ```text
            error[file-cut]: cat.png: the picture ends too early: its last part is missing
            ```

            Copy or download it again.
            """#),
        Explanation(
            "file-damaged", "A picture's bytes are not as they were written.",
            from: "the PNG format, which has check sums.",
            #"""
            ```text
            error[file-damaged]: cat.png: the picture is damaged: its bytes are not as they were written
            ```

            Copy or download it again. Transfers "as text" damage pictures.
            """#),
    ]
}
