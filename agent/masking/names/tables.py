"""Costs of ordinary words and of given-name characters: negative natural logarithms of their share.

Made by tests/corpora/masking/make_name_tables.py from the dictionary of jieba 0.42.1, Copyright (c) 2013 Sun
Junyi, MIT licence: its text stands beside this file in LICENSE.jieba.

Each character that a word begins with has a row, in code point order; a line that begins with a space goes on with the
row above. A letter stands for a cost: a is 4.0, b is 4.5, and so on to y, which is 16.0. The rows are searched as they
lie, by `agent.masking.names.dictionary`.
"""

from typing import Final

PAIRS: Final = """\
一dccd 一n万Q丈q下J不*世p丝o两Q个E中L串p举O事o二O五t些H亩s代N件k任r份l伙p会M传t位k体N例r侧p倍o元s八o共p具q再o
 出o刀N分O切i列r则o刹*刻O剑o副n力t动R勺t包q匹o千P半l卷q双n发p叠r口L句k只k台p叶s号o同o名l向n员p周O味p品O响p回m
 团o国*圈o场k块K堂s堆o堵s声I处m多*夜N大M天K夫s头n套m如Q季T宗t定I审t家L寸q对M封n尊r小N尺r尾u局s层M届p岁s师t带l
 席R帮q幅n幕p幢r年K并q床t应q度m座k开r张l律n心O忽*成S战p户s所o扇r手n打s批l把L折t抹r担s拖u招m拥*拳o捆s排p摊r摞t
 撇t支l整*文q斗s斤p新p方N旁o无*日M旦l早o时L晃p曲q月P朝r期p本N朵p杆s村q束p条J来o杯n枚o枝p枪q架o栋s株p样i根m案s
 桌r桩q桶s棵P楼s概q模*次I款q步L段l气s汽t沓t派n流n清*溜R滴q灯o点J片K班Q瓢t瓶q生m番L百Q盆r盏q盒s盘q目r直i眼l着q
 睹u瞥q瞬R碗o票s种h秒s程s窝*站q章r端p笔o等P筹s箱t篇o米r类m粒p系*级k纸r线n组p经p统r缕r群n而*肚*股m脚o脸o腔s致L
 般H艘o色r节q茬t行n袋s览t角p言*记q贯o起i趟o路M身m车s转*轮o辆o辈R边K连P通q遍m道L遭q部M里s重t针s锭s长*门m间o队o
 阵K院*隅p面k页l顶q项m顿m颗n餐t首o骨*鸣s齐m
丁pggd 二*卯r基*字*当v点v苯*酸v零u香s
七kij_ 个p五t位t八R分s十Q千t号t名s品s夜t天r尺u届q岁s年o座q律t成s日r星S月o次u点t种t米s绝t言t道t里*零*
万hfig 一J万O丈S三w不*世q两t个q乘w事Q亩m人*亿T代v件t份s众T余O倍t儿x元k光*全*公*册t几w分O劫*匹v千S卷u历n县v发w
 口w古t只u台r叶w名q向J吨L国S圭t块r多Q头Q套u学*宁j安R宝t家O对v寿*尼*尾p山t岁M峰x州s左*帮j平*年O度w座x张u念*恶t
 户q所w手w把v支v数w斤q方r无*日*有*条v杰*枚t株w根x桶v次t死*民r水*泉*洋*港*点w片w物O状t盏u磅w福t种s科t立*站v端w
 籁*米s粒x线r维*美*股p能r般U艘w花*英*行w象t贯*载v辆o达j通v道u邦w部u里O金T镑r门u隆*难t顷u颗w首w马J
丈o_j_ 人s夫l量r
三hdg_ 七t万Q丈r下q世q两t个K中P九s五T亚r代q件q份t位o倍s元p八*公s军p农t刀t分M匹t十P千P卷s叉Q反t叠T口r句r只q台t
 号s合o名p品p四T国O场s块s声r处r夜t天n头s子r官*宝r家p寸s尺p局q层n届t山s岁r峡M年l座P张s弦t思t成s户p才u批t把u招q
 拳t支r教t斤t方r日p星j晋t月n期r本u条q杯r枚q枝s根s桥t次n步Q段*毛t民*江s河t派t清t点q焦t王q环u甲r百Q盘u相j碗t种n
 端r等R类p级n线t维r者q联s股t自*艘t节q菱t藏n角P讲s路p轮S边s连*通q遍t道q部R里s重r镇t门Q间q队t院q面o项p顾*颗s餐t
 鲜r
上df__ 一*万R三t上*下M个*中t乘q书o交r京s代u任p传t位t体t元t党s前n劲u升l午m半T卷s去m古r台p司o吊r周J品r唇t地t场q
 城r天q头r好t学o官T宾u将p尉s层O届s山o岗q岸q峰s工t市m帝o年n床q当q御*成s户u房r手u扬q报p推t攻r新*方p旬r映r月r朝r
 期t机t来l校r楼r次o步t汽j流s浮s海I涌s涨m游n溯s演p火u爬r班N甘*瘾t百t皮r空o端t策s篮r级m线p缴s网o肢t臂u船q苍u行q
 街r衣q表s装t西*议*访r证s诉r课p调q谕s赛*路q身r车q边p进t述l部q钩t铺q门p阵r限r院q面l颌t风q饶t首t马o高t
下fik_ 一*世*丘*乡q人r令n体t关s决*凡s列o功*午l半*卷t压t去j发q台r同s周t咽t品t唇t回T地r场q坠t坡t垂r城t士t处t官r
 定S层p属o山p岗m巴r意*手o摆t放r文r方r旬p月t期s来i棋r楼q榻s次p款s毒S水P沉q注t流s海s游n滑p潜t狱r班p界s端t笔t级n
 网t肚s肢r腰s臣u落p葬s行s设p课t调q贱t跌o跪s身s车p载o辖o边p达o过q述r部p野t锅p陆*降l限s院q陷t雨p雪s面l颌r颚t首t
 马o
不ch__ 一O下n严s中p丹t为*久L乏q了l予q争s二r亚*仅J以*休q会i但l住n依s便o俗r值s做*停n像*光p免n公r具s再k准o减s凡q
 列*利N到j力r动*单r及n变M可J吃o合P同H周u啻u善q在L均r堪o备t外S多*够m大o失Q好L如M妙q妥p妨n孕s孝r安n定P宜n容p对p
 小o少k尽o屈p屑q巧t已o平p幸n当p得K必L忍p快p怎*怕N息r悦r惜o惟s想l意r愧Q慌*慎r懈r成O拘s振t支s敢J料n断j无r时o明o
 易n是g景*曾o服o期q朽q来*止o正r法r测s济r消r满n灵r然o爽t犯s理p甘q用m由P畏q留q相*知J破s祥q禁l端t符r等O算n管L约*
 经*结*羁u耐*肖s肯l育r胜p能H自*至*致O良n菲s行l衰s要J见M规*觉n解p言*计R让m许m论M该n详r语o负q败p起*足L轨t过i远N
 适p逊t通p道*配r锈*错l问q降s难n靠s顺r须q顾N饱*齐t齿t
与ehl_ 众*会O其M否q此*非r
丐o_l_ 帮n
丑nmlg 事t八*恶r闻r陋q
专lklg 一s业I事t人r任q列s利O制o区o卖R司s员r场q家J属s心q攻s政o断t有t机r权r栏r案*横s款s注q用o电q科O程r管r线o职q
 营t著p访r车t辑s长r门k项o题m
且j___ 不*慢q说p
丕sim_
世kdff 上n事q交u人o代P俗p兄t博*子s宗s家q情u故t界H祖u系s纪I行t袭p道s钧*锦*间o面r
丘sijf 吉*处*疹t群*脑t陵M
丙qj_g 烯t酮s
业ljg_ 主q余o内Q务K已q界q经t绩n者t
丛sljg 中q书p刊t林p生r谈w集w
东iccc 三*乡t亚o交*京M侧o关s北K区t升S华T单s南L向*吴q周s坡Q城P大t头s夷s安R宝*宫r家r山s岳o岸p川t州q巴t平s征q德t
 拉*方S晋p暖*朝*来s林R欧p正*段r汉n江s洋r海O渡s湖n盟r移t站s端s线s经o胜u至r航t芝t莞r街s西I起s路Q边o连*道Q郊s部l
 长*门Q阳u非q面q风j魏r
丝mhig 带u毫m状s竹s线s织S绸Q路t
丞pim_ 相n
丢m___ 下q人r失q开t弃s掉q脸r
两gj__ 万R丈t三T下p个H代n件p份r伊t会p位l侧l倍r具s刀t分S列r匹r千R半r卷t双t口Q句o只m台s名n员t周r响s回t地o场q块p
 城r声p处q夜s天m头p套r季s家o对q封t尺s局t层o届o岁r岸m幅q年l广r度r座n张q性q所t扇s手P把q招s排s支o斤t方p旁o日q晋q
 期t本s朵t束u条m杯s极q枚q枝t架r栖p株t样q根p棵t次l款t步o段r汉r江s河r派q湖o点p片r班t瓶t用Q百T盏t盘s眼p碗r种k税t
 端p篇s米r类n粒s级o线s组q翼q者m股r艘q节t行p路p轮s辆s边n遍s道p部q重t门r间r队q阵t院O面o项p颗q首t鬓s
严mjj_ 丝*严W义*令S冬*刑Q办v加r厉o守q实u家s密o寒p峻o惩Q打u整q明r查u格l正q禁p紧w肃n苛v谨j酷q重j防t阵*
丧o___ 事q命r失n服t气t父t生r葬t
丨u___
个e___ 个n人J体M儿q别M头p子q性N数r旧t案t股p
丫rjm_ 头n环q鬟q
中ddeg 上T下*专p世*东o举t书*亚o产S人r介p保t信r共M关*兴p军P农u创*加s北*医O午n华S南P卫t原m古s叶n后*和p国E土r地u
 场q坚s型p堂q外n大q天s央I奖s子q学K宣*密*将p尉s小P层q居t山O州t巴t常q年O度t庸r建q式r弹r微*心I性q意t成*指q文N断o
 新*方n旅s日o旬o时t星q晚*暑t曾r期m条*枢P标s校t欧r止r正s段o毒n水t洲p流T海s游o生*用r盘t直u石*秋S科U程r空s立Q等n
 级o纪*纺n线q组*统r继t美*老*考s联T肯u能q草*药O藏s行q街t西Q译*资t距*路o转S轴T选s途p道p郎*部l铁t锋s长T间K队p阳q
 雨s青*非s风s高*
丰ohhg 乐v产p体x南j厚q原w县j台J城w姿v富J度t收Q水*沛s润u满r田j盈v盛r硕s碑u稔w美r腴u茂u衣*裕w足v都j采v饶t
串o___ 珠q联r连t通s门t
临mkig 别t到s危t场s头r安q床m战t摹t时L朝t死p江s汾s沂s海t淄s清s潼t界q终q行s街t走q近p阵s
丶u___
丸okj_ 子t药t
丹mffe 东r参t墀s尼*根t江*田q阳r青r顶*麦O
为dehg 主j了i什*伍s伴t何m先s准p名p啥r官r害p所*政q数p期o止n此q民p生q的*着p辅r重p难q题s首n
主jheg 业s义M产R人L仆s从s任J体m修t儿s公q力M办O动L叫t因t场n妇s子p存t客t宰q导n将q峰o帅p席I干r张k意m战Q打t持L攻r
 政r教R料r旋*旨r机q权m板t楼t次t治r流o演o犯t笔u管m线r编o罚u考T营S裁*要g见r观o角p讲t语t轴s队q页t顾t题m食r
丽sccd 丽t人s江r
举kkg_ 世S人p例r兵s出r办l动o子r家s手q报p措p杯r止p步t目t荐r行i起r足*重s
乃lgh_ 是n至n蛮t
久kih_ 久q仰r居t已s留s病t经s美r而*远r违s
乇s___
么j___
义lfeg 举u乌t兄s军n务N勇T和*士r女t子t愤T气q父p理s门s
之ecb_ 一i三s上m下k中j二q内m前k后i外l所*江p流s用p类m间i际m
乌riig 七*云p什u伦*兰*兹*利v力u发v合*咀*头s孜*尔*拉*斯S桓s桕q梁*江S油*海*溜*烟*第*篷*纱*苏V蒙*贼t里X金v镇s鞘*
 鱼r鲁*鸡v鸦q黑r龙*龟p
乍p___ 得s
乎n_lg
乏q___ 力r味s
乐lddc 不*业v乐x事u于P享j句w呵*善W器o团r园o土u在*坛u声s天J子v山J工T师t府r律u意j愿v手v曲q极*歌t此*段x浪w清j理u
 章s舞r艺t观O谱u趣p道j都u闻w队p音t
乒s___ 乓S
乓s___
乔pih_ 家W木q治R石r红r装U
乖pm__ 乖p巧s戾t
乗t___
乘lihg 以t凉t务*势q员q坐p客p机o法s着q积s胜s船r虚t车q隙t马r
乙ojj_ 炔s烯q级t肝q酸s醇q醚r醛u
乜y___
九khi_ 丈s个p五Q十q华*卿r叶s品r大r天r姓u宫S寨*尺r尾u层t岁t州r年o成s日s曲Q月o条u段t江o溪t点s章q线r重s门s间p阳r
 阴*鼎s龙r
乞o___ 丐q求s讨t
也dkl_ 好n就*罢p许j门r
习oil_ 习u以*作u俗o字w尚v性o惯L气t用u管*练t艺v见u题s
乡jkh_ 下P亲q农t土S宦t政*村m民s绅s试q里r镇O长n间s
书iffe 上r体t信q僮u写n刊s包r名r呆*城r局t店q影r房o本p札u架r案t桌q法O生p画O目p稿s童t籍o记K院p面p
乩s___
乪u___
乬u___
买jk__ 下r不*主s买*入r办r单t卖n好u家s房r断u方r来q点s票t者q进s
乱k___ 七*世r伦t动s发t叫r哄*子s打p流t石r砍q糟*说s跑s飞t
乳o_l_ 制*剂t化*品t头r房p母t汁r液u癌t白*糖t胶t腺Q酪t酸s
乾nhh_ 坤q隆m
亃t___
了ak__ 不*事s得r然t结q解j
予okl_ 以m
争llj_ 先t光t取l吵p夺M得s执p抢s斗q权t气r相p端p胜u议o论n辩q雄t霸s
事gjk_ 业J事q件k体t例p儿n先n关q前q务L发r变p后p宜p实L态p情j故n权t物l理t由s端s迹p项m
二hdg_ 七Q万s丈t三S不*世p两s个r中P二*人K代t位o元r八t分q则q十N千R叠*号r品r哥p奶s娘s嫂t寸u尺s层s届t年m度t成s战p
 手T批u把*数s日s月o期r本t来p极*柱r楼r次o氧*氯r流t炮r爷p环q百R等R类s级n线t维s老r者o胡s路o进*连*道r郎S里T门r队t
 阶u龙q
亍r___
于ffi_ 事*今r心*无*是J此j洋u谦j
亏n___ 了s待s得r心*损o本t空t
云kbcc 中r云s冈V南M台J和j团v块w头r室v层s山S岭u州v度j彩s快*朵q杉S板s梦w梯r楼x母p气u浮j海t游t滴x烟u盘j端j贵*逸j
 遮w量w间x阳j雀v集o雾P霄j霞s龙v
互n___ 不p为r信t利r动p助p市t惠s换s相l联R补q访s连t通r
亓x___
五jgi_ 一m万r丈q世r两s个n中R代n位r保o倍t元t六S分O十P千Q卅*原t县r口t只t台T名q味t品r四P块t城t大p天q官r家T寸t尺r
 届q岁r岳p峰q帝t年l座q建s彩q指r斗t方t日r星R更q月n条r根t横r次r毒S洲t派t点s百P种q等t类s粮*经s脏s色R菱j行o角*言t
 谷q路t连*道q部t里p金t铢*门q间o霸t项r
井nik_ 上v下s井*冈W出w口q台u喷t壁u底T架w水t然*盐u盖j穴w筒w边u陉U
亚kef_ 军q历*太J尔u平Q当r泰s洲K热*硝*种r科r纲r细*美*行u运S述s马*麻r
些i___ 小s微t许s
亟r___ 待s
亡m___ 佚t命t国p故t灵s
亢w_m_ 奋s进t
亣t___
交klj_ 上s与t互Q付o代o会s出q到r割s加t叉P友s响T大s往n待q情r战P手r投u换L接q易L替o朋*椅s汇Q流L涉o点t由r界P纳p织q
 结u给m联t融s行t警r谈o货Q费t还r通J道u配p钱s锋p错p际r集s
亥r___
亦khg_ 可q然t
产k_m_ 业K于o值l出q区o卵n品I地o妇q权p油*物n状u生i经s能p量l销S
亨thi_ 利p特q
亩m___ 产t
享omm_ 乐s受m年t有m用p福t誉s
京kgh_ 东t九*兆S剧o华t城n官s山Q师o广R报s族q汉q沪s津t畿t西q郊s都q
亭mhgf 子r
亮lhff 丽q光r出s度r晶*点q相p
亯p___
亲jih_ 临q事r人o代u信o兄*兵n切o历t友q口r吻s和*娘t子t家r密p属p征p情q戚o手p政q日*昵s朋t本t热p爱q率r王n生p疏t眼o
 笔r缘s耳t自l见s身p近p
亳t___ 州u
亴t___
亵s___ 渎s
亶t___
亸q___
亹u___
人dfcd 丁s不*世Q丛r为n事N人m代*们i伦u体m保j儿s力m参q口I名T员i命r品q均m士l声r大J头q学p家k寿s居t工M形r影p心n性O
 情Q手q才k数k文o本s机s权q杰*格o次p氏r民G气q流r烟t物J犯s生L眼s种r称p类K缘s群m脑s脸s行Q质r身n迹r选n造n道S间n际R
 面s马m
亾p___
亿lm__ 万q元j公*千*吨o多T年q度t日*株r立*纬j美*股s
什omle 么G叶*物t
仁oeee 义q兄p厚t寿t川t慈r政t
仄s___
仅j_m_ 仅m供*次*
仆oij_ 人o从t妇s役s
仇nmlg 人q家s怨t恨p敌s杀u池x视s隙v
今ijj_ 世u人s儿P后m夜p天i年J德s文t日j春u晚n朝s正*生s番s
介ujkg 乎t于o入p子s意r绍K词t质o
仍i_m_ 旧n然k
从fg__ 不n业N严q中o事k今r军r前n化j命t大*头q容P小o属q师t政r未N来J此l没p而k轻t重t
仑u_m_
仓sjif 促r储s卒s库o皇r
仔pkk_ 细m
仕qik_ 女t途q
他ck__ 人m们f俩q国s妈*家o杀r用p
仗m_m_ 义r
付nll_ 与u之*出n印v完*息u托t款R现x笑*给q诸*账v费s钱u
仙lggg 丹t人P器r境s女r姑s子s山u桃M气t草s都t鹤t
仛s___
仝_l__
仞um__
仡s___ 佬*
代kgh_ 为q主*书x付j代*价o位J偿t充j入v办J劳v县w号q名*售v善v孕v工u总*换x掌*收u数P替m有*步J汉x沟v王x理J用U码j称t
 笔w管u职w行s表H言T议*词t课s谢O购v部*金W销t际v领w驾j
令jhg_ 人l尊r旗t爱t牌t狐P箭t郎t
以egl_ 上I下k东o为k便m免o内o军t利s前k北n南n及h后i图s备r外m太s往n待r期r来j此n求p示p至N致n色*西o防p
仨t___
仪nhff 仗o器n式m征u礼t表p
们h___
仰okj_ 仗t光t卧T天Q头r慕r望j视t角u赖v面S韶*首w
仲rfhg 裁P
件k___
价m___ 位r值I格J款t钱p
仺u___
任iig_ 一s丘*人*何J免L其*内t凭r务j劳*县w命n官t性r情u意O教o期l用p由r神*组*职M脉t课u选t
份l___ 儿s子t量t额o
仿p___ 佛m制q古t效q照q真r造t
伀s___
企pj__ 业H事*图m求s盼r鹅s
伃t___
伆u___
伊ngge 万r东u克*兰V利R塞*始s宁V尔Q川w拉*斯W方w春*朗L比*沙*犁Q瓜*甸*盟x索v豆x达x里*金*顿x
伍tkk_
伎r_m_ 俩s
伏mji_ 侍s兵r击R天v安w尔*案u流v牛*笔u罪w诛v
伐oii_ 木t
休mkj_ 伊*假r克r养r学t息L想r战t整r斯S眠t闲o
伒u___
伓u___
伕t___
众jki_ 人k多l安j家t将p所*星*生s议*
优nml_ 于p伶t先O劣q势k化o厚s孟r异p待r惠o点n秀l种s美o胜Q良m裕u质m越O雅q
伙n_m_ 伴n计p食s
会fhf_ 上n众t儿q前t合p同o后p员O商t场o址q审q客*展r师q心u意q战p晤p标s派t盟t考t聚t见n计N议H诊t试p谈n费u通s长n集t
 面r餐q馆r
伞o_kg 兵q盖s
伟qccd 业t人r哥t大s
传jfgg 世p中s人r令p入o出o到o动p单r呼q唤t唱t回u奇o媒o导q布t开s感*扬t承r抄t授o播L教Q来m染R热t球q真q神s祺j给p统j
 言q讯t记q译s话s说m诵s输o达p送p递n遍r销q闻p
伤k___ 亡o人q兵t势p及s口n员q处s害n寒r心N情s愈s感q残s疤s病r痕q痛r者r风u
伦ogfe 常t敦m比r理P琴u
伪o_m_ 书t军q君*善u装p证t造q
伫____ 立s
伯rdf_ 伯o利*努*尔*明*母q爵q父q纳*颜t
估q___ 价q值r摸s算q计l量r
伲u___
伴n_l_ 侣r儿u奏q有p生p随o
伶r___ 俐r
伸mkh_ 伸u冤t出m向s展p开t手l直s缩q舌*进s长r
伺r___ 候p服t机s
似kjk_ 乎j地p的l
伽o___ 利*
佃q___ 农s客t户r
但f___ 丁t凡r愿q是h
位imk_ 与w于j列s势v处s子q尊u居n数t极*次u段w点w移r置k错w高*
低j___ 下o于n价q估r位t低*分s劣t压r垂s声m头n层t平t廉q微r收*枪j沉q洼r温p潮r矮r空q端s等t级q纬*落r血*调r谷s迷r速r
 配j音t频t
住hmk_ 口s址s处p宅O宿P店u户r房m所r手s持s院p
佐ohh_ 料t证s
佑p_k_
体jhi_ 会o例r内m制k力o味s坛s型q外q委s察t弱q形q征s态r操p格p检p液r温q现l积n系k细*统s罚s育K能r腔s虚r表p裁q谅s质p
 贴q重o长p面q验n魄s
何kki_ 不o为r乐*事q人p以n其s况j力v去*在p地s处n如r妨s尝q干t年U必j患*意v故p方r日s时j曾s月w来s止r物s用q种q等o者r
 苦r许W谓s足*门s须t
佗u___
余kli_ 万P三w下p个s亩r件u位w元w光v党u公*切x力v千*名s吨x味w地p处q天x姚S孽s实s家p岁x幅w平*年q座s悸v所u支x数v晖u
 暇s条u杭u枚w架t次t款v毒v江j沧*烬w热t种o程v篇s米r粮u者t脉q艘u裕u辆u部r里v钱v门w间w音v项w额j首u鱼s
佚r_l_
佛mii_ 事u像q堂t塔q学s家s寺s山r得*教M法r爷t珠s祖r经r罗*门r陀s
作hhm_ 业n为h主s乱t伪s伴t出k别s势s协t品k响q图u坊q好r孽s客t家m对r废t弄t弊r怪s息t恶t成s战j揖r文p曲Q案t法q物o用I
 画s祟t答r罢s者l证r践t陪t风n
佝____ 偻s
佞t___ 臣s
佟v___
你dji_ 们i好p家p死*老q
佣o___ 人s工q金s
佤u___ 族t
佥s_m_
佩pgi_ 刀s剑s带t戴r服o
佬q___
佯r___ 装t
佲u___
佳mddd 人s作r佳s品u木*绩t肴n节s话t通j
併t___
佶__l_
佷p___
佸m___
佹o___
佺p___
佼____ 佼*
佽p___
使gkj_ 不*出p劲o君t命O唤r团r得m然s用I眼*者o臣q节p领*馆P
侀r___
侃tkl_
侄o___ 儿p女r子r
侈u___
侊r___
例m___ 会u外o如k子n行o证r
侍si__ 从r候p卫n奉r女q御*立r者s郎n
侏____ 儒u罗*
侑u___
侔u___
侗rm__ 族o
供k___ 养o奉o应M桌u水r求p热t电q给o职r货s销S需s
依lih_ 从r仗r依s偎s威*存s山*归t恋r我*托p据l旧n次n法m然l照m稀q赖N附q靠m
侠s_fg 义r客r
侣s___
侥t___ 幸p
侦r___ 听s察N探t查q破s
侧ml__ 目t线s翼s耳r身p重Q门t面p
侨o_m_ 乡t居s民r眷q胞s
侬t_m_
侮q___ 辱q
侯sgfg 国x爵s马j
侵o_k_ 入n凌t华q占o吞s害q扰r掠t权r犯o略M蚀o袭q
便g_g_ 于n利o士r宜n当q捷p携T是k服t民t秘r衣r道t
促p___ 使n成p进K销q
俄ll__ 亥*共r军q国M文t方s罗*联*语s
俅q___
俊nccd 俏s杰s秀t美s雅t
俌p___
俎y___
俏qlm_ 丽t
俐_l_g
俑r___
俔q___
俗n_l_ 人t务t名p家t称o话T语r
俘m___ 获r虏o
俚t___ 俗t
俜u___
保legf 不*住p佑p值t健O全o养j加*单j卫N和*姆p存m守P安P定p密p山t康R护J持j时*暖t有r温s湿u甲t留M管p级r罗q荐r证K贞*
 费j送T重r镖s长s险J障k额j驾t鲜s龄*
俞p_k_
俟q___
信jfgf 不*丰*义s产*以*仰N件p任J佛u使s儿u函r叔w口T史v号J噪*奉o守s宜*封q州w差x徒q得*德*心M念o息J手V托Q报T教U服s
 札v条s标v步S江v源u物v用J石v符w笺t箱s纸t誉J誓*访t贷P赖q达*道r邪v阳S风t鸽u
俣s_m_
俦t___
俨s___ 然r
俩m___
俪s___
俭s_j_ 朴r
修kgg_ 业u习q修w养p凿x剪t史u士u复p女u好u学w建m心*成s护x撰x改l整s明t正O水u治v炼p理P筑p练t缮o脚w船v葺Q行O补q订O
 路s身T车v辞S通u造s道r配u长s饰S
俯p___ 仰s伏s冲r瞰s视s身p首s
俱m___ 乐*全q
俳t___
俶u___
俸tl__ 禄r
俺m___ 们q家t
俾r___ 斯*
倌t___
倍ll__ 加t受t增s感t数s耐*
倏r___ 地r忽s然t
倒i___ 下q不*像r入s卖t台t地q塌q头t好r影t悬u戈s把s换t数s映u毙t水t流t立t腾r计*转r退p闭r霉p
倓t___
倔s___ 强q
倘o___ 使p或r若l
候nkk_ 审t旨x机V补J车J选S鸟t
倚o_k_ 仗t天*重s
倝t___
倞s___
借l___ 以p债u入t力s助O势t口n宿s故t机r来t款P用q着q给r贷q鉴o钱r
倡r_m_ 导O议p
倦q___ 怠s
倨u___
倩sddd
倪v_m_
倬__m_
倭q___ 寇p
倸u___
债p___ 主t券p务O权Q
值l_l_ 勤u得m班Q钱q
倾nl__ 倒r吐t向M听o心q斜o注r泻s覆q角s诉r轧s销s
偁u___
偂u___
偃r___ 师t
偅o___
假l___ 使p借s冒q名t如n定n山r想S惺*意r手u扮s日Q期p若q药t装p设o话r说r象r货s
偈s___
偌____ 大q
偎s___
偏l___ 偏o僻q南q向q好s将r差q心t执u振S方t殿t激s爱r离p私t袒s西s要r见q转t远r重p颇t
偕q___
做g___ 不*为r主r事o人p伴t作s做s出m到m好m媒t官q客r工r成o文*梦p法m活t爱t生*起q饭o
偛u___
停k_j_ 下p业t产r刊t办t工s当q息t战q放r机T歇s止l步q泊q滞q火t牌r用t电u留n赛s车R运u靠r顿q
偣r___
健nggg 儿t全N在t壮p康k忘t民t美q身P
偶om__ 像q尔n数t然N
偷m___ 人u偷o听s情t懒s渡t生t盗s看r眼t税t窃t袭q
偿q___ 付s命t还p
傀____ 儡p
傅skh_
傈____ 僳*
傍q_l_ 晚p
傕s___
傗o___
傘u___
備n___
傚n___
傛n___
傜p___
傝o___
傞q___
傣r___ 族p
傦s___
储p___ 备O存o户u水w油V物J粮w能j蓄Q藏S运v量m集x
傩t___
催n___ 促p动s化P生t眠s
傲rm__ 慢q气t然t
傻nlm_ 乎*子p瓜q眼t笑s蛋r
像h___ 是m样r素t
僖yl__
僚r___ 属t
僛u___
僧lfi_ 人o众s侣r尼t袍t道r
僭l___
僮r___
僵pm__ 化r尸p局r持r直t硬q
僻q___ 静s
儁t___
儆u___
儎u___
儏q___
儒pih_ 学r家o教t术u生r雅s
儕t___
儗u___
儚r___
儨u___
儫t___
儳u___
儴q___
儹t___
儿jgdd 女o媳Q子k孙s戏s时s歌t科s童l
兀oim_ 自o
允nhjg 许m诺t
兂p___
元hdeg 丰t代n件j凶u古*器*大*始u子w宝r宵S帅o年l旦j春w曲v月t朝o氏j气q法v狩t素N老q谋J通w音r首p
兄mhf_ 妹q弟j长p
充nljg 任r其*军r分k塞t填t实p当o斥r气t沛p满j电Q盈t血r裕r足o饥s
兆ofk_ 头t瓦u赫t
先ief_ 世u主s于r人r令p例q兆t农*前n后j声u天P头s导r师r帝r是o期q机t民r河s烈r父s生j知s祖t秦p行O贤t辈s进J遣t锋O驱P
 验t
光jded 临q亮p化*华n合S复r大r头r子r学o年q度r强t彩P影t敏t明s是r景q束r柱s栅t棍s武*波r泽o洁t源r溜*滑p照q熙s环r电P
 盘q秃*纤q线o绪M缆q耀r芒n荣n谱P谷p辉s速r量*闪*阴s顾r驱t鲜t
克kcdc 什*利*制p勒*尔u扣s拉Q敌t星s服n朗t林*罗*虏*里R隆q
免n___ 不*于q去r受s役t征t得o收t疫O税s职r试t费n遭s除q
兑n___ 换n现r
兔p_m_ 娃t子q
兖s___ 州s
兘o___
党i_k_ 专*中*人r代*八*内N刊w务s卫*参w史u同*员j团t国u外S委N建j徒v性s总*报t支*政P旗v校j河w法w派p章q籍r纪U组P群v
 羽s规w课x费x部s锢v项S风q魁v龄w
兜o___ 售u圈*里s
兢s___
入iif_ 世s主q仕u伍r伙t住r侵N党r关q冬u口P围s土r场R境P夜s学P川q市p席t库q座t手p校t海Q狱r球t睡q籍s网t耳s股r药s选p
 门q阁r骨t
全ifgg 世*乡u书o人*价v优x会o传w体l党n兴u军N剧u副T力O勤x区q厂t县o反*名t员t唐*团t国G场p坏j城p境n备w天J套r宗v家J
 封*局P屏j属u岛r州q市k师x年j开x弹v形x德w心*总v息T恶w才w损j数s文p新j方*日U是j景J本w权Q村R校r款j歼r民N没j洲u港v
 然o片x班s球L白j盘r盛s省j真R知*社w神*票w福v科u称p程j篇u红j线p网v羊v美s职t胜s能R自*舰w营t行v被j译*貌u责j资t路w
 身L车j过*运*速j邦q部J都j金*镇t长n队q院u险j集q面K顺v额j麦w黑j
八khl_ 一P七q万U个n中q九T五q仙S位u分s十S千t卦P名r哥r国*大p天t字r宝q尺t届q岁s年m度t成r戒n方s旗p日s月n条t次u点s
 百S种t级s股T角P路S达*道t部s里u队t项t
公lddf 主L举v义w之*事Q交R产s人r仆s仓w仔x任*休x众M会r估w使O侯v信*债S元K公o共J关Q决u凸r函w分t制v办r务O勤u升v卿s
 历t厕u厘u司G吨w告N园l国r堂t墓t妇w妻w婆t子n孙Q学x安M审s害s家R寓P尺t山x岩v差r布l帑w干t平N府x开L式O德s心v意u愤r
 房t所t投w报o推t敌u教x文Q斤l方u明W映v有P案r检*款Q正N民J汽x法v派x海t演t然p爵q爷v爹w牛r物v理Q生S用J田u益Q相v示s
 社N祭r私Q积U立r章s粮u约o署s羊w而*职o育w营v认o议t论u设u证R诉S诸*费s路K车s转s道P里J顷p馆r鸡r鹿w
六khi_ 七T万t世t个o中R位r分t十Q合q名s品r大q天s安t届q岁s年n成t方t日t月o朝r期r条s点s甲t百t盘*种s篇s级r经t角q路q
 道t部o门s项r
兮pmk_
兰rccc 利x博*坪x大w山v州P新*湖r芝s花p西*阳w陵x
共ilm_ 事s产S享p价*同J和N商t处u存r工u建r性s振r有p生q用r聚*计p识p谋t通r青*鸣r
关khi_ 上P东q中P乎s于j停W公p兴v内q切p卡t口q城w外q头p子u山p岛r帝v平t张v心m怀p押q掉j文w机j注J涉t灯w照q爱r盖j税P
 系H紧w羽r联O节O西t进w连t锋x键L长w门J闭j防t陵w隘s露s顾u
兴lffg 业t中*亡s修r兵s冲*办q化t味t国o头s奋M安S山Q建m旺q盛q致Q衰p许s起n趣l隆r高*
兵ifdg 丁r临u书r刃n制r力m卒s变r员s器n团n士q家s工*役s权q法q火r种r站t船t营r部n马O
其feh_ 一o三r中h二q他I余l内q后p四t妻t子q它k实j意t时p次m父p间n
具k___ 体J名t备l有i
典nih_ 型m当t故r狱u礼o章q籍q范q雅q
兹phg_ 曼t
养mhk_ 人w伤s分r女t子r家U尊*心w性v成o护j料s殖M民w气v活q父t牛Q猪Q生R畜v病s眼v神t禽v精*老J育r蚕*路X身x车j颜j鱼s
 鸡U
兼kkk_ 任o具s及t备o容Q并o有p用r管s职p营s顾p
兽n_l_ 医s皮t类s
冀ql__ 东t中T南t县v州s西v
内ggh_ 乱q伤s侍r侧q分*力n功o务q华*参r向r含r因s在p地m城p壁s外n奸u存o宅t室s家t容j层t幕s应s府t心n情s战n政p服t核r
 河o涵o燃*生s疚r科r线r经u罗*置s耳t能t脏q膜r蒙S行s衣s裤s讧o设q部k里r阁M陆o需s
冈p_m_ 比*
冉wlk_ 冉r
册olk_ 子t封q立q
再gik_ 三p也l则t创q就*度o战s拜s有p次l版t犯t现p生P者r而*行q见q说m起s造s
冒l___ 充q失t昧t汗u火t烟r犯q进s险O雨t
冕xm__
冗t___ 长t
写i_m_ 下o作n信p入s出p字S实r意s成p明s景t本t法s照s生s给r诗s道o
军hcbc 中o事I人m代*令R兵*分*制t力r功t务q区n医s售r器r团p地u士o备q委Q威t官m容q属t屯u工r师o帐s帽s徽u心q情q报s政P
 方o旅s旗s服s机Q权t校q械q民n法s港r火q用o礼t种q粮r纪q统t舰o营p衔q装q警l训q费p部r长o阀m队j需r饷r马o
农njhg 业I事s产S人u会t作S信*具r军x副*化w区t协t历p发*场P垦u大v夫Q奴P妇u委x学S安j家Q展*工S庄s户q技u政x时v机R村j
 林S校w桑T民J活t牧R用q田P电*畜u科W耕R舍t艺V药Q行q贸W资w闲u
冠ngif 以q军M名s心*道j
冢pk__
冤o___ 仇t孽t家r屈t枉p案t魂t
冥qmm_ 王*
冦t___
冧r___
冨q___
冩r___
冪r___
冬nhif 天o奥*季n小*日s春t梅s瓜q眠s至q
冭s___
冮s___
冯tlm_
冰mggf 上s冰s冷p冻t凉q块r封u层s山r岛r川n晶t月t期r水t河u淇*球t盖s碛t窖t箱q糖t雪p雹s面t
冲khhf 入r出p击N刷s刺r动o压t向r天r开q掉s撞r散q杀q泡t洗q浪t淡s着p破o积R程u突m绳s虚q走t锋Q
决l_l_ 不O出t口s定H心m意q战o斗s断q无r然t策M算s绝t胜s裂s计o议K赛n非r
况q___ 且p
冶qj__ 炼J金N铸u
冷lki_ 不*傲x僻w兵*冷T冻r凉w凝J却J嘲*场v天v寂v峻s库w战p暖s月w机w杉s板*枪w气R水Q汗p淡q清r漠q热t然u盘w眼T空*笑m
 箭v色w菜w落r藏t血V言*车j轧w遇u酷r门r静o面u颤w风s飕*食w餐w饮u
冻ol__ 伤u土r死s结q
冼y___
冿s___
净n_k_ 值s利W化q土r增u室w尽u收*水u空s胜*资*赚v身v重v额u
凄s___ 凉q厉s惨s楚t然r苦t
准lml_ 予t入u军*则o噶*备I头t将t时r格*确M绳u考*许j
凇s___
凉nik_ 亭s州r快t意t拌q气s水r爽r粉s风s
凋t___ 敝u零t
凌uij_ 乱s厉p州w晨p派j渡j空q辱o迟r驾s
减n___ 产q低s值s免q半t压s去r员s小p少k弱p息t慢s持t数s灾u租t税s缓r肥p至s负u轻n退q速r
凑n_m_ 合r巧q热*近r
凛p___ 冽s凛t然r
凝omj_ 固q思s望r神p结q聚P胶s视p重r
几km__ 万P丈u下o丝u两s个j乎j代r件p位n何J倍s内*刀u分O匹t十Q千Q口p句l只q名p周t回s圈t场s块q声o处q天l套t家p层r岁r
 年l度t座s张r成t所u手u把s招r支s斤t日p时p本t条p杯r枚t株t样r根r棵t次m步n段t滴t点q片t率r番s百Q眼r碗u种n篇t米u类s
 粒t经p行s路t辆t近s遍r道q部s里t门t间s页t项r颗s
凡lih_ 事q人s尔*是m百s
凤scdd 冠*凰J县x台w城v头v尾u山r翔s阳R
凫u___
凭l___ 借N吊t着r空s证q
凯uddd 利s尔*恩*撒s旋Q歌s美*翔j迪*
凰sll_
凳q___ 子q
凶n___ 恶r悍s手q杀t残s狠q猛p险p
凸p___ 出r显r现s起s
凹p___ 凸s陷r
出fll_ 丑t世r乎Q书t事r于m产q人*价t任o众s使q入M关s兵p其*具q出u击p力q动o卖o厂s去j发L口K台n名o品q售m国o土n场p塞u
 境O处t外r头q奇Q奔u嫁q家Q局s山r巡t差q师r席l庭t征n息r战r手n新q来h栏q榜u气s水s汗r没q洋t海Q游q炉q点s版K狱r现i生N
 界s示r神s租R纳t线s缺q自o色o血p行q言q让s访q诊u货*资q走s路o身m过r迎s逃s钱q错s门n阁t阵u院s面o鞘r题r风*马q
击l_i_ 中p伤s倒t出s剑s打r掌t毁s毙r沉r溃q球r破r穿s落p败n退q鼓s
凼t___
函p_lg 授t数m
凿o___
刀kjh_ 丹s兵t具s刃s剑q割t子p尖s山u工r斧*枪r柄t法p片t痕s美*背t锋s鞘t
刁w___ 钻T难j
刂r___
刃okk_
分hkh_ 为k享m付q会q值r光t公*内t出q列r别i割o化n区r厂t叉s发r团r外r头q娩q子K家s寸s封r局q层r居t属r工o布J店t开o得t
 心s忧s成m房t手q批r担r拆t拨t摊t支n散n数O文s明o晓t期q权s析J枝r校q歧o段s毫s水T治q泌N派r流n清s界T社s神r离m科t立r
 管q类M红r级s组s给q行q裂m解n设s贝t赃r赴t路t身r辨P辩s送r部r配l量p钟j销s队q院p隔r
切mhj_ 入S削r割p勿s口t合r块r实o尔*开s忌s换t断q沃t片s磋s莫t记s身s除q齿t
刈s___
刊p_l_ 出t刻t印t物o登p行s载s
刍t___
刑nl__ 事o具u场r期t法p罚p部n
划m_l_ 一r入s出r分l定q归q拨t时*水t清s着s破s算s船s转t过t
刕s___
刖t___
列khh_ 为l举p传r位r入n出q国s宁p岛s席o强p斯t表p车n队r阵t
刘kgj_ 家*彦*澜*
则hih_
刚jdcd 体r刚l好p巧s强u性s才l果Q毅q玉u硬u
创mlm_ 下r世u业N举u伤q作K出r刊q制p办m口t始S建N意p收t新L汇q生t立N纪*维r见s设r造K
初jhg_ 一q七t三r中m九t二s五t任u值v元x八s六t具V冬r出*创t十u叶t唐v四t夏s始Q婚w学T审t年p恋s战u探v时p春u期m来*次p
 步m段x涉t潮u版u犯v生s秋u稿t等S级N衷r装*见S识v试u赛w选u速s露w
删r___ 去t除q
判n___ 例t决o刑r别s处o官q定q断L明u罚s
刨p___
利leee 于p亚r刀v刃r剑r口v器r好s安*宝j害n尿S川J差v己V弊s息J星*权v欲X比*民v津w润L淡x湿u爪u物*率j用J益k禄s税p空t
 箭v索s维u群w落r血*诱t邦w钱x马t齿x
别jkj_ 人k克j动s号s名p国r墅j处o必*扭r提r有*样t的l称s管s致r说n
刮n___ 水*脸t风t
到dm__ 任s位o场s处m头R底k手r时*期q来m校t达m
制jkh_ 作l冷s出t剂p动S取q品n图s备q定j宪s导o度I式q成M服p止o法s片S盐t空*糖q约n胜r药o衡t表u裁o订n造K钱t陶s革r鞋t
 高*
刷n___ 刷q卡t子t新r牙s
券p___ 商r门p
刹r___ 车t那S
刺k___ 中s伤r刀p史o客p探t杀q激M猬s痛r眼s绣r耳r骨t鼻t
刻m_m_ 下t划t印t字u度t意q有p本q板t画p石u苦q薄s
刽____ 子*
剁o___
剂n_l_ 型s量p
剃p___ 头s
剅n___
剉k___
削n_k_ 减p弱o
剌oi__
前ggh_ 一*不*世s些*人p任r兆t列O卫s厅r去n台j后m哨q场r夕o夜t天r头q奏s妻t委s导q年q庭s往m所*排j提l敌s方p日q景n朝r
 期n来m次s段s殿q沿p瞻*秦r移r程q端q线n缘r置t者n肢s胸r脚t行q言t路r身p辈n边p进m述s途o部q锋o门q院s面l额s驱u
剐r___
剑jffg 士t客u术q桥R气t法n锋r鞘s麻t
剔s___ 除t
剖r___ 开t析r腹s面s
剜r___
剤u___
剥o___ 削n夺o皮s离s落r蚀r
剧n___ 中r作Q变s团p场p增t情q本o毒p烈o照r痛p目p社p种r组t院o
剩n___ 下m余P饭t
剪nmm_ 刀p切s子r彩u纸t裁t辑t除t
副hk__ 业s作*刊s官q将q总q手t教*本t油*职q食*
剰q___
割n___ 地s据p断r舍t裂r让r
剳t___
剼t___
剽____ 悍t窃u
剿p___ 共t匪s灭r
劅s___
劈n___ 头s开t柴u
劍q___
劓u___
力jgg_ 主r争p作s保t克t图p士s学n帆s度n战s气n求o矩s道q量j
劝l_i_ 告r慰r解r说p谏s酒u阻q降r
办j___ 事M公O到r好r学o完s成r案s法j理m起t
功lig_ 业r利s力o劳p勋q名r夫l底s德r效p率o用s绩p耗t能K臣p课p过r
加jfgg 上l之o以l价s倍q元u入l冕s农*剧o力t劲s勒*压s厚t固r大m害q密s封t州r工L开u强j快m息q意t成s拿*权t水s沙u油Q法t
 深p温t点t热o班P盖s盟p筑r紧o纳r蓬r薪q装r试s载t进s速L里t重o长s
务nll_ 农s实p工t必p求s须r
劣q___ 势q质s迹t
劧p___
动j_l_ 不*乱q产t人p作m兵t力M向q听r员n因t容s工q弹p心s态m怒s情r感s手m摇o机o植*武r漫s物K用p画R笔t能q脉q脑*荡p议s
 词r身p辄r量r静n
助m_k_ 兴t力s威t学Q战s手p推T攻q教s理o长r
努qhi_ 力k嘴t尔S
劫olk_ 持s掠r难s
劬t___
劭_k__
劯s___
励wll_
劲mik_ 儿q力p头r客j射t敌r旅s松s风r
劳okj_ 乏w什*作r保v倦v军u力Q务O动J工Q役Q心u损u改S教t斯*模r民*烦w碌u神u累q绩x而*苦S资s逸*
効r___
劻q___
劾r_l_
势lkj_ 利t力l头o必o能t
勃qilg 勃s发t艮*起t
勇ndcd 于q士p敢n气n猛q
勉smk_ 力t励s强n
勋pih_ 爵t章o
勐u___
勒nffd 令s索r马r
勖u_m_
勘q___ 察r探p查s测r
募q___ 捐q款r集p
勤pjg_ 于t俭t务q劳p勉t奋q快t王s
勨u___
勩q___
勪o___
勫n___
勬n___
勭p___
勮o___
勯p___
勰u_m_
勶q___
勺ql_g 子t
勾n_l_ 兑w勒s勾*引r当p心*搭t栏u画t结p股*践s连w选j销w魂x
勿omm_
匀qm__ 称r
包lmm_ 买*产U住t修j兰*养v办s厢r含m围N头J子s容S工W干t庇s房u扎q打*抄s括i揽r月t机q涵t皮u立x管u膜u茎x藏U衣t被u袱o
 装O裹o谷s赔j身*车u金r钢v银r销t间w
匆s___ 匆n忙q
匈q___ 奴n牙*
匍u___ 匐s
匏u___
匕s___ 首o
化kgg_ 为p作r军r合S名r妆R子s学L工L成r疗p痰s石n纤q缘u肥o脓T装s解p身r验q
北ihg_ 三*上o亚t京H伐P侧p关u冰*半*向q周q国t坡r城r塘s外t大N婆*安r宋n山q岛u岸p师*平L庭t戴*斗r方L朝R极Q欧q段q汉s
 江t河T洋O流q海P湖r爱r疆u端q约o纬n缘s美O航t路q边q道t郊r部L门p非p面p风q魏p麓q齐q
匙r___
匚u___
匝r___
匠p_j_ 人s师t
匡uk__
匣p___ 子r
匦s___
匪p___ 夷*徒t
匮t___ 乏r
匹o___ 夫t敌s配p
区i_f_ 位s党*公*内q分o划P别l区Q县t块w域K外v委r属v带w政R旗v段u直w级v里t长n间r
医okk_ 书t保r务q嘱u学M师p患t护r术s治q生l用s疗M科r药M道t院k
匾p___ 额n
匿s___ 名t
十ki__ 一O七P万P三N两s个o九Q二N五M位t余Q佳t倍q八N六O几Q分I卷t只u名q四N块t堰L多*大n天p字R家t届s岁r年l成t招t指t
 数T斤t日r月O条t根t次q步t点s百s种t足p进*道q里q
卂u___
千lhj_ 万m丈t五s亩q伏t余R元q克n公*卡q古p叶t名t吨*家*尺p山u岁u岛u年o张p户p斤p方*步m瓦r百T秋r米l般u载u里P金r龙*
升lhg_ 任q值p入s华r天t学R官s平t息t旗q格s温r空r级l职r腾r至q起o迁r降Q限t高o
午omj_ 后q夜r时s睡u门m间t餐r饭p
卉_l__
半kkl_ 个m决*分q句q只t叶s圆*场s坡u夜o天m头r寸t导*封*尺s山S岛n年N张t径p成*截p数o斤q日q晌n月p条t枚t步r殖*点n球r
 生s碗s空p米u自*衰*路q身s辈*边q透*途t部r里s
华lfc_ 东P严*中O为J丽q亭J人o以w伯*侨O光t兴*北M南P县w发w商T夏J大x天x安j宝v容j尔*山N工t广w彩v彬v微*拳x文u新w旗v
 星w晨j服w林x沙q泰j润v源T灯T瑞q电v盛*硕j筝s约u纳t美r而*联v能v菱j蓥*表n裔r西T诞t语t谊w贵s辰s远x里s野v阳u阴J颂j
 龙w
协pm__ 会m作p力t办s助n同o和s商n奏*定m约*议L调l
卑p___ 下s劣s微s职p贱t鄙q
卒lmh_
卓uhj_ 不*异w有W然v绝s著r行w见v资J越p
单kkj_ 一O个o于r产s亲w人J件u价s传w位I体q侧v倍*元J兵R击w刀P列u单r县j发s句x叶u号j名t向r子j孔w字t宁*层r干t廷w弦v
 弱w性R打Q据j排j摆v数u方J日t晶T月x机t杠u条x板p极u果r枪J株v核t桩j次j片v独j瓣v相j眼U科s程u管u篇x簧*糖u级v纯N线u
 细*胞*臂v色T芯*薄r行N衣w表j证j词p调q质u踏*身j车j边U选j通u链v键w间u面u项j骑t
卖km__ 出q力s命t国O地t场s家t弄s掉r方r淫s点t艺t身t
南iffg 下p亚p京K侧p关s北K半*县p口P向r唐p国s城r堡s天*宁Q安s宋o宫s山j岛s岩*岭s岳O岸o巡r希*平q开S征r振*斯*方L昌O
 朝O极P欧s段s水*池*沙s河*洋q洲*海n港r湖n湘q漳R环*瓜r疆r移q站s端o纬q缘s网j美Q联*航q苑u行s襄r诏s越r路n边q通p郊r
 部l门o阳n院t非n面o风s麓r齐t
博tcdd 世j取t古s士M大s学s客p尔*弈s彩u得r格*爱s物T览T越j采u雅q鳌t
卜siig 筮u辞s
卞s___
卟s___
占ihk_ 优T位v便*先v卜r卦x去u地n居u据n有M款u用p领m
卡mffe 住t利u塔*宾*尔S扣j拉Q洛*滞j片s特r米*罗*车p通s钳j门t顿j
卢shi_ 布q梭s比s湾*
卣s___
卤p___ 化t水u素s鸡p
卦o_k_
卧o__g 倒t室p床t房s病t薪*铺t龙r
卫nfgg 东s兵p冕q国S士p戍*报u星M校r浴j生L视s辉j铁r队p
卮s___
卯r___
印mjif 信u共v军t制s刷J刻w加S发r古*地W堂w子j尼O度J支u数v有s本v染T模x欧T泥w版w痕u章r第*花T行t记j证r谱w象N迹v
危p_m_ 亡r及p品r在*地*城w境v如*害N局s崖v急o惧x房t机L殆u言W象x重t险J难p
即h___ 令r位o使k便n兴s刻q可o墨t将m日q时q
却gl__ 是k说n
卵nl__ 子s巢q形r泡u生t石s细*
卷lkkg 入q子s宗q心*曲t烟q起q轴t
卸o___ 下s任s去t妆t
卿sjf_
厂lll_ 商o子s家p房q矿t里q长o
厄pjm_ 瓜*运s
厅lmi_ 堂q里s长q
历nki_ 书t代m任n史H尽t届p年Q数t时n来n次q法q程p练t经o
厉vkl_ 声o害l无*行U
压l___ 低p倒Q制p力k境u强r抑p根S榨s死t电t痛t缩P迫n
厌p___ 倦r恶p烦r
厍s___
厔t___
厕s___ 所o
厖u___
厘ql__ 米l
厚lhh_ 厚T实s度p意u望s爱t礼s薄t道s重q
厛r___
厜s___
厝t__f
原ihh_ 主v义w产R人w件r价t位t住*体u作t值x先o则J创R初u判v动*原*发T名o告q味x因j地p址q型Q处v始M委r子M定q封X岩v平v
 形U意r故t文q料L有m木u本n材*来J样t核s案v水u汁*油p点u煤t版u物t状t班W理m生R由r盐v种M稿u籍r罪u胶x色v著t虫w装u话v
 谅p貌t配u野r阳w
厠u___
厢q_m_ 房p
厣t___
厤u___
厥qm__
厦r___ 门O
厨q___ 子s师r房o
厩t___
厭t___
厮o___ 守s打s杀p混t
厶u___
厷s___
去ekj_ 世n势s取q向q处q年K掉r留t路q过p除r
县iid_ 上r令q份u城n域q境o委n官t市M府q政*级L衙s里q长m
参mjj_ 与K会s军q加I天t展r差r战p拜s政R数n演r照p看t禅u考M股t见p观N议S谋O赛p赞p选t量s阅u预r
叆s___
又ehj_ 名n惊*称k
叉nmj_ 手t
及gkl_ 其j早q时l格s第t至q
友oghg 人r军t协t善s好m情r爱r谊n
双kgh_ 亲r人r休*倍t儿p刀r刃*十t双q向q喜p子t层r座t手l打q拥o拳s排j数t方k星r曲*枪j核s桥r水*汇t湖r生t目o眼n线t联s
 肩t胞*脚q腿p臂p赢t轮s边p道s重p钩t键t面t
反j___ 之p倒o倾*党r共p击N制t剪s动M华t叛q右t向s响p复m对K导r射O差s帝o常q应K弹q思p恐q悔s感p战t手p扑s抗m攻p日u映k
 正m比s潜P病*省q而l观t贼r超t身t转t过*问r面r革*馈p驳q
収t___
叏s___
发igf_ 亮r令t作o信P光o兵r出l到t动L卡t号*呆t售t回u型s声r审*射L展G布K帖s怒r情s愁q愣u扬o抖p报t挥k掘n放n散s文t明M
 条u来r毛s泄q源Q火s炎s烧r热q牢*狂t狠t现I球r生I电O疯r病O痒t白s祥*票r稿s端t笑t红s给p育l胖t脾*自q芽r落r行M表k觉o
 言N誓q话s财q起M车u达L还u迹t送p配s酵q酸t问t难r霉t音q髻s麻r黄s黑s
叓r___
叔mef_ 伯s侄s叔o惠p父q祖t
叕t___
取jki_ 乐t代n保u值s决O出m名p向q回s士r得j悦s暖r材q样t款u水s法t消m现u笑r经q缔q胜o自s舍r证t道s食r
受ikm_ 不*业t众r伤m体q刑r到j制U力s压t命n孕s宠t审t害S尽s得*惊s惠t挫s损q控t灾s热q理o用r益Q精R累t罚r罪s聘s苦r让t
 训t访*贿q辱s过p邀t阻r降s限t难s骗r
变jik_ 为n乱s体s分*动n化j卖s卦s压*坏t型s小s幅t幻r废*异p形o得l态o性r成k招s换o故q数s星s更n法p电*相r种r脸t色q质P
 迁o通t速*量o革m频t
叙nkk_ 事Q利*说t述n
叚t___
叛p___ 乱o军r变r国t徒q逃t逆r
叞r___
叟t_l_
叠om__ 加r
叡s___
口iiig 中n令s传t供t口*号N吃s吻q味m哨t唇s器s头P子o岸p径m感s才r授t服Q气N水s渴s琴t碑s称t粮s红t罩s腔p舌s袋o角s诀r
 译t试t语q说s述s里p音p风t香*齿s
古kgh_ 三*为*义w书r井t交j人O今O代K体w典O刹t力s北*史s国s城N堡r墓N士t字x寺u尸r山r已*巴O希*庙t建v往*怪n意v拙v文Q
 方w旧t时Q昔w晋x月r本v朴r来t松t板u树t格v桥v河w物q玩r琴*生*田J画u称p稀V筝v籍q罗*老m船v色*董q蔺j装v观*训u诗r话v
 语t迹o道S都p里T钱w铜V镇r镜u陆v音t风t
句k___ 句s号s型t子p式t
另i_l_ 一*外j类s行q
叧s___
叨r___
叩o___ 头o拜t谢t首u
只f_j_ 不*好l当q得m怕m是l有l此*求q用q管o能k要j见k许s身t顾o
叫glj_ 住s作o做l化Q卖p唤r喊q嚣s嚷r声o好r苦s醒s骂s
召nii_ 唤r回p开k见o集L
叭q___
叮p___ 咛s咬t嘱q当s
可fcdd 不N乐s亲u以f信r取q变R口p可p叹t否r喜q塑*好r巧t循t怕n怖r怜N恨s恶q悲s惜m想*憎t控u敬t是j望q欣s比P汗s溶*爱o
 用n疑q知p笑p耕*耻r能H行P见M观q视t言q说*读*调t谓n贵r贺t辨t逆r靠N
台ihh_ 上n下o儿*前q北P南t后t商s地q基q大r子t山t州s式T海q湾K灯t独q球t站r胞t词s长u阶o面u风q
叱q___
史ojg_ 书p事r册q前r地t学O官s实q家s料o方r无*略v籍r观v记p论t诗p话w迹t部w镖*
右khh_ 丞*侧p倾p后*大*岸r手m掌q江u派o眼s翼q脚r腕s腿q臂p路s转*边j
叴u___
叵s___
叶phhf 体x县t子o家t尔*尼*斑*柄s灯x片q状W肉v脉u腋t舌w蜡*轮u酸s面U鞘u
号gmi_ 令o召N子t码o称n筒s角q
司pgh_ 令M农*务V寇u局U库U徒r机j法M炉w空Q职w长o隶*马p
叹l_f_ 息o服t气q
叺r___
叻u___
叼r___
叽s___ 叽t
叾r___
吁q___
吃h_m_ 不*亏r力s喝q大*惊o掉q水r法p紧s苦r药r酒q醋t食s饭m香t
各gjj_ 个k人n位n党t具*别q区s县r司*国k地k型q处p家O州p市o异q式R户t方o族n村s条q校o段u派o界n省m种I科s类l级i组t自l
 色r行t路p部m门q队s项l
吆s___ 喝p
吇u___
合kihg 一q为r乎o伙R体s作J兴r力p办s十q同L唱R围s奏s子t宜s并m影q意t成M拍t拢t掌s格N法M流t理L璧t用t眼s称q算t约r组t
 编r群s股u肥Q营q著r葬Q规t计p议t谋s资o身t适m金O
吉qfff 他s兰w凶S利j士t大*安J庆u打x时w普r期w木*林J祥j米r萨v象R达s首j
吊nl__ 唁r桥r死s脚*舱q起t车t销t
吋u___
同hgg_ 一M业s义T乡r事m于u人t仁S伙s伴p位*僚r化r名r堂s声q姓s学l宗t居r属s工*年m归*心r志k性T情O意l感t方t族t日r时H
 月s期n样k桌t步o比m治p济t源s班t理t盟O知s种r窗t等o类p级q胞n行O谋t质u辈t道s门q龄T
名hgh_ 下t为o义n人o企s优p位q作s册t分t列P利r副*医r单n古*句t叫m号s唤t图j城n堂r士r声p头q子s字l家p将p山q师q帖t录r
 扬r教s曰r望r校r次p气q流s爵j片n牌n特*画t目r称l篇t胜O臣t茶o著q言r誉o词o贵n门r闻T额n
后ehfg 世o主r事s人o代o任q劲q勤O半*卫p发s台q周s唐r嗣t园t场r坐T堂r备P天q头q妃r宫p尘t山r市q座j悔o患s排u撤s方p晋s
 晌t期m来j果n汉S河r湖r生r盾s秦s移r继t续q缘s置t者m肢s背q脑S脚t腰s腿s花*裔o视*赵t路t辈s边o进t退p遗*部q金q门q防t
 院q面l魏r
吏pjj_ 治r部o
吐ml__ 蕃p血s谷*露q鲁*
向ffl_ 上j下j东s你j前j右j后j善t导j左j往o心u性w您j斜u日*晚v来j海t着o背u量r阳j
吓l_i_ 人r倒r唬r坏q跑t
吕sij_ 剧v
吗i___ 啡t
吘u___
吙u___
君mfef 主M威j子o山t权q王o臣q越j
吝____ 啬s
吞o___ 吐S咽s噬r并q没r食s
吟p_j_ 唱t诗s诵t
吠r___
吡t___ 啶u
否o___ 决R则l定n认o
吧i___
吨k___ 位s粮*级t
吩____ 咐m
含kik_ 义n意q有m水T沙*油t泪r混t碳*笑q糊q蓄q量m金*
听gkg_ 从p任s众p信r候q写t凭t到l力p取m听o命t懂r戏t筒u罢r者s见l觉q讲t证T话q说k课t错t闻t
吭r___ 声q
吮s___ 吸t
启ofig 东t事t动n发p奏r德r用o示p程r航t蒙q迪s
吱q___ 声s
吴ohj_ 县r国s江T茱*
吵o___ 嘴u嚷t架q醒t闹r
吸m___ 入r取p吮u引M收l毒r气s水s烟p盘t着s纳r血*进u附q食s
吹l_k_ 动u响r嘘r奏r拂t灯q牛r箫u风T
吻m___ 合q
吼o___ 叫r声r
吾mjh_
呀j_l_
呃s___
呆llj_ 呆*坐t子p板s滞s
呈kil_ 报t现n
告l_i_ 别o发r密s急s捷t状q知p示r终r警s诉j诫q辞p退s
呋u___
呎s___
呐q___ 喊P
呒u___
呕q___ 吐p血t
呗r___
员kjl_ 外R工l额r
呛p___
呜o___ 呼t咽q
呢h_m_ 绒s
呤u___
呦s___
周ohgg 一q三r二q五r代r作*全r六q刊o刚j初t到q口J四r围L坤*天u室w家q岁p年n庄j恩*报s旋q日q易r朝r期M末p济s游s秦x而*
 至j详r身q转O边n遭s长p颠s
呫u___
呬r___
呭q___
呮q___
呯r___
呰p___
呱t___ 呱t
呲u___
味l_l_ 儿q精s觉s道m
呴r___
呵mml_ 呵s护r斥s欠t
呶t___
呷r___
呸p___
呻____ 吟p
呼mlk_ 之*伦*叫j号t吁o吸M呼P和*哧*哨t唤p啦U啸q喊P喝Q噜s图*声o天*市x应r延q救j机v气t罗*风*
命jigg 丧s中P令k名m官t意s根*脉r苦t运m题n
咀o___ 嚼q
咂s___
咃r___
咄r___
咆____ 哮r
咋n___ 样s
和bef_ 丰r乐v事*亲s县j和*善s声s大*尚l布*平S悦j政*文t易u暖t服t林*歌t气J琼*田J盘*睦S约o缓t蔼s衷*解q议s讯v诚j谈q
 谐J面j顺t颜*风*龙t
咎r___
咏pk_g
咐u___
咒q___ 语s骂r
咔s___ 嚓s
咕r___ 咕r咚t哝r嘟s噜s
咖____ 啡N
咚q___ 咚r
咛u___
咝s___
咣s___
咦o___
咧p___ 嘴t
咨s___ 文t询l
咩u___
咪q___
咬l_k_ 伤s咬*牙P
咭s___
咯q___ 咯r噔t
咱l___ 们j俩p家r
咳o___ 嗽o
咴u___
咸qjl_ 丰P宁N安*水*菜t蛋q阳q
咽o___ 下s喉p部t
咿u___
哀pkl_ 乐u伤s叹t告t怨t悼s求q痛u
品mjj_ 位p味r尝q德m性r格q牌m种l类r级p茶t行r评s质n
哂r___
哄n___ 传t抢t笑s
哆s___ 嗦q
哇o___ 哇r啦t
哈qgif 伯x佛S利v博*哈N啰j大*密r尔*尼*工*巴*市u弗j得*欠t气w腰w航v萨*达T里q马x
哉p_k_
哊m___
响l___ 亮q动r器t声p尾*应o当*彻r起o
哎o___ 呀q哟r
哐s___
哑p___ 巴p
哒q___
哕t___
哗p___ 变s啦T然t
哝s___
哟n___
哥lhdg 们T伦*儿S哥l特*白*萨*
哦m___
哧r___
哨n___ 兵r声t子u探t
哩l_l_
哪j___ 个n些m位s儿m吒j家s怕o样u里K
哭k___ 叫s喊s声p泣p诉s闹t
哮____ 喘Q
哱u___
哲phh_ 人t学L理r
哵s___
哺s___ 乳S育t
哼m___ 哼q
哽t___ 咽p
唆r___ 使r
唇olm_
唉m___
唏u___ 嘘t
唐pih_ 人s代m初r县w古*宋r山J朝o末u突u菖*诗r
唑t___
唔p___
唠u___ 叨s
唢____ 呐s
唤n_j_ 起p醒r
唧____ 唧q
唬p___
售o___ 价q出t楼t票R货*
唯oll_ 一l心*恐q有p物*独p
唰r___
唱l_l_ 名r和u戏r歌q片q腔r词t起r道s
唳u___
唴t___
唷r___
唾s___ 弃u沫q液s骂t
唿u___ 哨t
啀r___
啃p___
啄p___ 木*
商lji_ 丘j业K事w人m代q会r务O厦t号u周q品J团v圈w场p城j埠s学*定q家q州r工w店o战v户t报t旅q朝q机r标Q检v榷t民x水x汤u
 河*法v洛J洽w海v港t王v用R界t社w科x站x约w船R行t讨r议n讯w谈r贩s贸p贾r路u道w都u量m铺u队u鞅s
啉__m_
啊i___ 哈t哟q
啋u___
啐r___
啒u___
啓u___
啖u___
啗p___
啘u___
啜t___ 泣t
啡u___
啤s___ 酒p
啥l___ 子t
啦j___
啧t___ 啧s
啪o___
啬t___
啮u___
啰r___
啵s___
啷q___
啸qjl_ 声s桐u
啹u___
啻u___
啼r___ 哭r
啾s___
啿u___
喀nkl_ 什j喇*嚓u布*拉t斯*麦*
喁u___
喂m_l_ 养r奶t
喃u___ 喃o
善kgg_ 事t于n人p后s哉s待s心u恶r意r战r本t用s策t终t良p行r
喅t___
喆_ddd
喇plm_ 叭q嘛O
喉p___ 咙p头q部t
喊l_j_ 叫q声p话t道p
喋u___
喌u___
喎t___
喏q___
喔s___
喘o___ 息q气q
喙r___
喜khg_ 乐t事p人t出*剧p好r庆q怒t悦p欢j气t爱n色r讯r酒s鹊s
喝j_jg 令s彩q水q茶q道l酒n醉r采r问r
喟t___
喧r_m_ 哗q嚣q闹S
喳t___
喵p___
喷ol__ 出p发q嚏s射r气R水t泉r洒t涂u涌t漆j火s
喹u___
喻u___ 示j
喽q___ 罗r
喾u___
嗄s___
嗅q___ 到s觉r
嗌t___
嗍t___
嗏u___
嗐p___
嗑t___
嗒q___
嗓t___ 子p门r音q
嗔p___ 怪t
嗕o___
嗖r___ 嗖t
嗗o___
嗘p___
嗙q___
嗚q___
嗛q___
嗜p___ 好r睡t
嗝t___
嗟q___ 叹t
嗡r___ 嗡q
嗣oii_ 后t
嗤o___
嗥u___
嗦r___
嗨q___
嗪u___
嗫____ 嚅s
嗬r___
嗭o___
嗯m___
嗲t___
嗳q___
嗵s___
嗷s___
嗻t___
嗽r___
嘀s___ 咕r
嘁t___
嘈s___ 杂r
嘉qcdd 兴q奖s定j实*宾q峪*年*庆r木*里u陵*靖m鱼*
嘌t___
嘎qll_ 嘎t
嘘r___
嘛m___
嘞u___
嘟s___ 哝u嘟t囔t
嘣s___
嘤r___
嘧u___
嘫t___
嘬t___
嘭s___
嘱r___ 咐o托s
嘲t___ 弄s笑p讽r
嘴kmi_ 唇o巴o脸s角o边q里n
嘶ql__ 哑r鸣t
嘹____ 亮s
嘻p_k_ 笑s
嘿p___ 嘿o
噀u___
噌t___
噎r___ 住t
噔t___
噗q___ 哧s
噘t___
噙r___
噜t___
噢o___
器l_i_ 乐s件q具q官n材P械p物p皿r重r
噩____ 梦r耗s
噪s___ 声p音r
噫t___
噬r___ 菌*
噯u___
噶v_l_ 尔S
噷p___
噸r___
噹s___
噺t___
噾u___
嚎r___ 叫t啕t
嚑q___
嚓s___
嚜p___
嚟u___
嚣t___ 张S
嚦s___
嚫r___
嚬r___
嚭p___
嚮s___
嚷o___ 嚷r
嚼p___
囊n_m_ 中r括s肿t
囚q___ 徒s犯r禁r
四ifi_ 一*万t下o世r两t个l中P五R人*代t位p元t六*出t分q匹t十P千t卷t口t句r只r合*名p周m品p国s圈q场t块t壁r声t处o大l
 天r子*季Q家r射t尺r层t届s岁t川L平t年m库r座t张t散r方o日s旧t时s星*月o期u条r枚u根s次q海q溅s溢t点s爷r环*百s目t种q
 等t类t级p纵p维p肢o行t角q起r路s蹄t边t通*道s邻t部s重*野t门q面O项p顾s
回ijhg 乡q事o信s击r到k升q去k合q味S响t国n城r声r复p头l家m师s应p廊r归O忆N想p手t扣q报O收p敬t旋p族n来j民s流r游r眸t
 禀s答k纥s绝t老*荡s落q见s话s调t购s路s身p转q过n避o锅r音s顾n首r鹘q
囟t___
因hjh_ 为h子p故q果r此i特*素k缘s而K袭t
团klj_ 中*伙s体L员q团P圆r城p委s子n练s组*结l聚r费s部t里s长n队o风*
囤s___ 积t
囥u___
囦r___
囧p___
囨p___
囩r___
囪r___
囫____ 囵t
囬s___
园nigf 丁t中r内r区q地s子q林O艺S里s
困n___ 乏s倦s境o惑p扰p苦s难k顿t
围lkk_ 住q剿o困q坐s城r堰s墙n岩t巾t拢t攻o栏s棋q歼s猎u着p绕n裙s观r追r
囷s___
固nkj_ 体n化t原u城r守q定L态r执q有p氮t然n特*着s结u铂j
国hbcd 乐w书u事Q交x产J人p任j企j会n体t信u债Q光u共P内J军r别r力q办w务P势r华s台*史S号q名r君r商u土N境R士w外j大S奥T
 姓s威u子W字*学t安Q定w宝Q宴v家F宾R富*寿j少*师o平s庆J库Q府x度s强s徽o情o戚w手u投u政r故w教s文t旅R旗O有M本u术x机j
 权x标j歌S殇w母w民L法t泰T父s王m玺w电x画t界R破*税W立p策s籍Q粹u统U网j美r者v耻r联s能w脚v舅u航s色*花v药t营P计*语q
 货w贸j贼q资U轩*运t道j门q防L际I难T青*风v
图jgff 丹r书O像o克u册n尔t库o强u形o拉t文t斯t木*标j样s案m片k画q纸q腾r表r解t谋p谱s道*集t
囿s___
圃rlm_
圆ljig 周T圆S圈q寂s形o心u明*木t柱P桌t润t滑t满o珠*球s盘s筒T脸t锥S顶s
圈mlm_ 圈t地s套r子o定r里t
圉t___
圜r___
土kij_ 丘r产t人s伦*体t匪p台*司m地J坑q块q坡t坯t城Q堆u墙s壤m家O层p山t布u库*改r族q星s木r炕t特*耳*色s著q葬s豆p豪t
 货t质s
圣lfgg 上r人p保*像t僧s土s地p彼*戈*手u旨p明s殿t母p水p洁t火r物u约*经q训s诞S谕t贤r
在bgj_ 世s业t乎q于l位p内m场o城*外o家o座q建q意q手p校O线o职p读s野T
圩r___
圪s___ 节q
圭okj_ 亚*
地eii_ 上l下L中*主N亚t产q仙*价t位j利t势m区H台s名q图m址m块s坛q域n基q堡t壳p处m头s委q安*宫r对*层O峡s带M幔s平*底r
 府t形N心t拉s支t方G板P核u步o段q毯P洞s点m热r牢t狱p球L理K瓜t痞t皮s盘q磁S租o穴t空*窖s级*缘s脉t衣t表O被q貌n质M道q
 里p铁o铺s雷q震M面K
场jl__ 上o内r合n地p外t子s强u所m景o次s边t面n馆t
圻__l_
址p___
坂y___
坃r___
均iii_ 势t匀o田*等s线u衡p
坊olk_
坍s___ 塌r
坎tkk_ 坷r
坏l___ 事p人p分*处t死r蛋s话s账s
坐j_l_ 下m位t在k地s坐r姿u定q标P椅t牢t等u船s落p视t车s镇r骑q
坑n___ 洞r道q
块k___ 根t状s茎t
坚ohhg 信q冰t决m固p守p定O实p强o忍t持j挺t果s毅s硬p韧r
坛llm_ 子s
坝o_hg 上u头t
坞q___
坟o___ 地s墓p头t
坠p___ 入s毁s落r
坡n_h_ 地s度q道t
坤n_jg 宁*
坦ohh_ 克J桑*然q率r白r荡t言r诚q
坨s___
坪oji_
坯s___
坳t___
坶u___
垁u___
垂mkm_ 体p危r头t帘*柳t死t泪s直N钓t青u
垃____ 圾o
垄s___ 断N
垅u___
型j_j_ 号o式q谱r
垎q___
垏u___
垒q_m_ 球u
垓s___
垕u___
垙t___
垚q___
垛r___ 口q
垜n___
垝u___
垢r___
垣rmj_
垦r___ 殖s荒t
垨u___
垫o___ 付u子t
垬p___
垭t___
垮o___ 台s
垯u___
垰u___
垱n___
垵u___
垸l___
埂r___
埃nii_ 伏*及m安j弗*托*特t
埄u___
埆s___
埇u___
埋m___ 伏o入t头r怨p没t葬q藏q设t
埌p___
埍u___
城iged 下p东r中n乡m关T内m北o区n南q址q垣p堡p墙n外n头p子u市I府t建s楼l池p砖s西q邦j郊P郭s里M镇m门m防s隍T
埔t___
埗t___
埙u___
埛t___
域o_j_ 名r
埠rl__
埧u___
培rgg_ 养k根s植r育o训L
基lfef 业s于n体t准r因n团r地j址t尔t层n岩r底s座r建r德s性*数q本I板t点s督R石s础I站t线s调s质s辅r部q金M隆s
埽s___
堂liff 上r兄*堂q屋q弟u皇t
堃u___
堆m_l_ 放s满r砌t积O龙*
堇u___
堋t___
堑q___
堕p___ 入s胎t落q
堛u___
堜q___
堝o___
堟q___
堡nkfg 垒q
堢r___
堣r___
堤nk_g 上t坝s垸r岸t防s
堥r___
堪p_k_ 培*称o
堬r___
堰q_j_ 口r桥r
堵o___ 住q击x塞q截r死s漏x车u
塄u___
塌p___ 陷s
塏u___
塑q___ 像r性q料O胶t造o
塔mffd 什*吉*城u尔t山s斯*里*顶t
塘ojj_ 沽r
塞mfie 入s北t外r子t尔*满t纳J舌*
塠u___
填n___ 充r写p报n满s空t补p词t
塬r_l_
塴t___
塽p___
塾u___
墀__k_
境llj_ 内k况r地p外p界n遇r
墉__l_
墍r___
墒r___
墓k___ 园t地p室p志*碑r穴r群t葬p道q
墖u___
墙l_jg 上n壁o头r根s脚t角q边s面u
墜q___
增mhj_ 产o值P减r加I压s厚t发q多n大n幅q开t强l援q收p殖p派t添n生q益t稠*至p补r设n资s进p选s速q量q长I高p
墟q___
墠q___
墤u___
墦q___
墨sik_ 子s家t尔*水s汁t竹*绿*西*迹s镜o鱼q
墩nmm_ 台r
墮p___
墿t___
壁mjjg 上p垒s画o虎t
壂s___
壃u___
壅t___
壇r___
壊s___
壑r_m_
壒s___
壕q___ 沟s
壘t___
壤r___ 土t
士mef_ 人r兵l卒q大*子t官q族r林t民t气p绅r
壬r___ 子*
壮njj_ 丁s丽n举s健u士r大o实t年t志t族o汉s烈r美u胆t观p语s阔r
声ijgg 东*乐r势P名q响n声s威t学q张s息q援q明m望q母s气t波r浪u称p纳s腔s色t言t誉p讨s调q速s道n部t音j
壳n_l_ 体t牌j
壶n__g
夂u___
处ijk_ 世s事s于k以r决r分o在p境o处n女s所s方Q死p治t理J级t罚o置o身t长n
备mhi_ 份s受q忘*战q有q查t案m注j用r考r课u选u降r
夈s___
変o___
夊o___
夋o___
夌p___
复kggg 习n仇q位r兴o出r制P印R原q发q变t古s叶s合O员s命t国t姓t审u式t归s数s方r旦R明q杂K查r核t检t活R生s用t眼t线q苏q
 议t试r辟q述s
夎p___
夏pii_ 代r侯s历t县u商*国v夜v天l威*季n州w族x日r普*朝t末V秋S至r装w都w
夐r___
夔p_l_
夕q_l_ 阳q
外hji_ 乡*事p交L人p企q传r伤s侧p侨r侮t债q公q军s出p力q加q号p向T周t商o因t围p国K地O墙r壳r头p套s婆r孙s宾t层r币s延s
 形p患t感s戚r挂s援p敌s文p方s族t星*来o校r汇n泄u流r海s滩s甥R用r电r界n皮p相t省r祖*科p籍q线t经*缘t行t衣q表o观p设u
 语o貌q贸n资m轮t边j逃s遇t部n销s长o间r阴s面l
夙t___ 愿t
多fghf 一*万O个l久o么m于o亏r些s产t亿t件u伦*位r余p倍t元P党*公*出r分t则s利t功*千*半n发S变r只r台t吉*名o哥s场t块u
 处q多q天q夫t头s姆t姿t媒*子q孔s家n寡r少j尔*层S岁q巴*年K座p得*心u情t所q数l方P日r普*月q期r条p极*枚t架s样O根r次l
 点s瑙*用p疑s着s种K端t篇s米p糖t级t维u罗r者s胎r艘s行t角*谢j起t路s边Q达r部r重r长q难t项P
夛r___
夜llj_ 中u半t叉t市u幕r战s明*晚n景p来t深s班t空r色q行t袭t视S里n间n风t
够l___ 意*
夤u___
夥q___
大ebe_ 一*丈*三s不*专P业n个T中R为n主*举o久t义r乐r乘r乱p事L二t于o亚*人l件q众J伙P会J伯r位t体N佛T作q使N侠o便r修q
 儿*元*全s公Q关r兴R兵r典m内r军m冢*冶P凌*凡r出*刀p分*别*力M办u功P加s动*势s包s区s半Q华r卫s厂t厅m厦p厨r发r叔r叫m
 号t司*吃*合*吉t同p名o吏s员s哥M哭o唐q喇*喊r喜q器t四s团*国n圆u圣o地n块p坝r型k城Q堂q堆q堡*堤p增q士t声l夏s多M大M
 夫m头q奖P好q妈p姐p姑*姓t娘q婶r嫂q字P学I安t宗q官q定t宛t宝t家I寨r寿r将N尉u小K少*局o屋t展S屠*山p岛r峡*巴T帅q师M
 帝r幅N干t年s庆q庙s张t德r忌s忙t总*悟*悲s惊*意r戏s成q战o户p手*批M抵r拇*振r捷r提*政s敌s数t方p族s旗p旱s明l本T权p
 杨*林u枣t柴*栅*树P校s案s桥m梁s棒u楼o概m款t步r段u殿n气N水s汉o江p河p沽T法r洋O洞r洪*洲r浪u海s润*清M渡*港s湖p湾R
 漠q潮r火p炮o烟t熊T爷o片o牌q牙t牢s王o理O生T略t病r白t盗s盘o石P碍s碗q礼Q神r祸q禹t笑n笔r篷*米n红P约l纲p统t维t老*
 肆p肚*肠S胆n胜q胡*脑o脚t腿r臣k自*致n舅s船q营q蒜s藏T虫r行*街M衣q褂t襟t西*观Q规*计r话t调u豆q象r败o赛o赦s跃*路q
 踏*车s运*连O选p通S道k部O都M酒*量j钱s锅T门M队N阪q陆K院Q难r雁t集u雨p雪Q雾s青*面*革*顺P额t风q餐t马t鱼s鲵q鹏s麦q
 麻s黄s黑s鼓s龙t
天hbcc 一r上o下K不*主*义*书t井r亮p人s仙r价s体o使q元t光s兵t华u台T命r国t地N坛q堂o堑r大p天n威s子n宇s安J宝r宫r将s
 尊t山p师s干u平s幸t底*府o德r心T性q意s才q敌s数t文O时s明q星p晴s朝s机s极*柱t桥p棚q气m水s池q河P津L涯s灵*灾s然L狼*
 王P球s理s生p皇p监q目S真p祚*神r空n窗t竺p籁j线q罡s色o花O街s象r资t赋o赐t边r道s都u门L问s际s险t青t顺q马s鹅P鹰r麻p
 黑p龙s
太idf_ 上*仓s保q傅s公r医r原O古t史Q后m和P太m妃s子m学r守p宗q尉r小q师P常T平J庙l康o晖*极R湖p爷t甚t白r监l祖p空n虚t
 行Q郎q重q阳L阴s
夫lede 人K妇m妻m子t差t
夭s___ 折s
央rml_ 告u求s行q视q
夯r___ 土s实t
失lm__ 业O事s传q信t修s分t利p却s去l和t地q声q学q守q常q当r态s恋s意s手r掉s控s措t效r散s敬u明r望o水t火t灵s球t真u眠q
 礼t神t禁u职s色r落q血s衡r言t误o调p败L足s踪p身u重t陷q
头hhhg 上m人s像s儿p发m号q头s子r巾r晕q球r疼q痛p皮q盔q盖*目p等r绪r脑n衔q部o里s陀o面t顶n颅q领o颈Q骨q
夷nii_ 陵P
夸olm_ 克s口u大q奖r张p特p耀s赞t
夹m___ 击q子u层s带t攻r杂q板u竹*缝t角s道t
夺mkk_ 下t冠q去q取m回q得o权r目r走s路s
奁t___
奂u___
奄t___
奇lgeg 事s人s兵s功s妙q峰s幻s异p怪l想u才q数s景t特o珍q瑞j痒u袭s观r迹o遇t门t闻t险t骏j
奈oij_ 何p良t
奉lhi_ 令v公W养s劝u化j告u命p天q恒*承R新w旨r献p祀v节J若*行p调u贤j迎x还u送u陪t
奋q_l_ 力p勇q发S战q斗n起p进t
奎wih_
奏lmh_ 乐s折p报s效s本s疏q章q鸣*
契pjjf 丹o合t机q约p
奔kkh_ 丧u放s波q流s涌t腾p袭t走p赴r跑p逃s驰j
奕o___
奖m_l_ 励o品t学*惩o杯r牌s状t章q赏s金o项r
套l___ 子t房s用t装s话s路s间t餐o
奘__m_
奚vm__ 家j落t
奠sm__ 基S定n
奢r_l_ 侈Q华r望r靡t
奥rhhe 古*地*妙q委*尼*巴*德*托s斯*林*秘r立*美*运Q迪j陶*
奭t___
奮t___
奲q___
女hhh_ 主*人k仆t伴t作*佣s儿k兵r单s友r士n奴t娃u娲t婴t婿p子k孩N家s将s尸q尼t工q性L排r方r朋*流t王p生p皇t真Q眷t神q
 童q篮r色t足s郎p队q
奴nki_ 仆q婢o家r役o性s才n隶L
奶oik_ 制*奶m妈s娘t子s油s牛t粉q茶t酪t
奸o___ 人r党u商t淫r细r臣r计s诈s贼q邪t
她e___ 们k俩t家r
好fji_ 不*久q书t事o些q人p似q使s像k几Q办q动u友q受s吃m听q喝q坏r处m多P奇P好M孩*客s家*容*心r恶t意R感r戏s战s手q斗t
 日*望*样t歹p比p气s汉o消*猫j玩r生n看o端*笑s色s莱*评p话t象o转o运s
如gfgg 一s上s下m云s今j何i其r初r同m实q常r意q愿r故t数t是O期r来r林q果H此i皋s约t若r
妃mmi_ 嫔r子s
妄p___ 为r动t图q想q言t
妆q_m_ 奁t
妇o_j_ 产*人o女l孺r幼u科r联r
妈lji_ 妈l
妊t___ 娠Q
妍rddd
妒r___ 忌s
妓q___ 女q院r
妖m___ 人t怪q术u法s精p道r魔r
妗q___
妙mjk_ 处t法t用u计r龄t
妞r_m_ 儿s
妤t_l_
妥o___ 协p善q当q贴t
妨t___ 碍p
妩____ 媚r
妫r___
妮pkif
妯t___
妸q___
妹oih_ 儿r夫t妹m子o
妻n_k_ 儿s女t妾s子l室s
妽t___
妾o___
姄u___
姆ogfd
姇u___
姉s___
姊lhh_ 夫r妹n
始lk__ 于o创u发t建m新*末t祖r终l
姏r___
姐nif_ 儿r夫q妹o姐m弟t
姑nhi_ 且r夫t奶*妈p姑m娘k子t息s母s父s爷s苏q
姒t___
姓kilf 名n氏q
委n_i_ 以t任r内*员K婉r实r屈o托N曲t派p顿t
姗__m_
姘p___
姙u___
姚tkm_
姛t___
姜slm_ 汤j茶j
姝o_m_
姞s___
姟t___
姢u___
姣q___
姤s___
姥p___ 姥r
姦u___
姨qlj_ 太*妈r娘s
姩q___
姬qlj_
姮u___
姱u___
姳s___
姴u___
姹o___
姻s___ 亲t缘s
姿q_k_ 势p式s态o色t
威nggf 严p仪t信p兰*力n势s名q吓t固j尔*尼*廉q慑q朗j望q权t武q海S猛r胁L远t逼s震s风P
娃nlig 儿r娃O子s
娄w___ 山*底*
娅tmj_
娆q___
娇pddd 媚t嫩s小u柔u滴*美u羞t艳s
娈s___
娉p___
娌o___
娍t___
娑o___
娓r___
娘ljf_ 儿R娘o子O家p舅s
娜oddd 娜s拉t
娟oddc
娡s___
娣r_k_
娥n_l_
娩u___
娱t___ 乐N
娲p___
娴p_j_ 熟q
娶m___ 亲t妻s
娼s___ 妓s
娿s___
婀s___ 娜t
婁q___
婂p___
婃q___
婄r___
婅r___
婆piif 娑t娘q婆m媳t子q家s罗T
婇s___
婉rddd 转r
婊r___ 子q
婏q___
婕skm_
婚m___ 事q俗t前s后q外*姻M嫁t宴u检u礼o约t纱t育p配r
婢p___ 女s
婧t___
婲p___
婴pmj_ 儿n孩t幼*
婵t___
婶nm__ 娘t婶s子q
婷sddd 婷s
婺u___ 源t
婽t___
婿r_m_
媒p___ 人s介p体k质t
媚rlk_ 外r
媛sddd
媲____ 美r
媳sm__ 妇N
媴t___
媸t___
媺u___
媾u___ 和s
嫁m___ 人s妆s接s
嫂okj_ 嫂r子o
嫉r___ 妒q恨t
嫌n___ 弃s疑Q隙s
嫍s___
嫔s_m_ 妃p
嫖s___ 娼t客t
嫘____ 祖r
嫡r___ 传u系t
嫢t___
嫣omm_
嫤t___
嫦u___ 娥r
嫨u___
嫩n_m_ 叶u江s
嫭t___
嫳r___
嬁u___
嬉s___ 戏s笑t
嬖s___
嬗u___
嬨s___
嬩p___
嬪o___
嬫p___
嬬q___
嬭q___
嬮q___
嬲u___
嬴y___
嬶q___
嬷ukk_ 嬷s
孀t___
子ibbb 代t侄t公*口o叶q嗣r囊t夜t女n孙o宫o弟O弹o房q民u童*粒s系*集t龙s
孑____ 遗u
孔qhi_ 子o庙r径s明o目w穴v融u道q隙s雀q
孕q___ 妇p期t激*育q
字iil_ 书u体p儿r典r句s号r型q头q字t形o数o条s样p母o画r眼r符Q节t迹q面s
存lhig 亡q储O入s取t在j心q折t放q有q款o活r留t货s贮t量s
孙lggg 儿t女r子o
孚xkj_ 能j
孛r___
孜r___
孝nfhg 义t南*子q廉t心s感N敬p文*昌*道t顺r
孟sgj_ 买s加*县u子q家u州j津j浪v良*
孢s___ 子P
季nhj_ 军v刊t历w度n戊*报t梁r节M音x风Q
孤nl__ 僻t儿q军s单r寂s山t岛t独p立n苦t身s零*
学iegg 业q习J人t会m位m分r到p制r医u历n友s名t员o堂p士o好s子q学t家q年r府O徒r成t期q术M杂*校i武s派n海r生H画t界p社t
 科m究s籍t系t者l联p艺q苑r识r说n费o部s问o院H风r
孨s___
孩r___ 儿n子i童r
孪u___ 生t
孬u___
孰q___
孱____ 弱t
孳q___
孴q___
孵s___ 化q卵t
孺t___
孽r___
孾t___
宀r___
宁nccc 为*乡V冈V化w县v可o国U城u夏J宁v安V寺w州w德J愿p死S汉x波P海J肯s远Q都t陵j静s
它g___ 们j
宄t___
宅omlg 子q第u邸t院s
宇tdcd 宙M文*航S通j
守lfg_ 信t候r军q则t势t卫p土t城o备r夜t寡t御r恒r护P旧s望u法r门S
安keed 七*上r东t丰u乐S乡o于t享v全J内r凯j分T加*化v南r卧w危q县u史*吉*和w哈*哥w国t坐x培s多v大*好s娜o宁S安W定O家S
 尼*居S山w布t常w庆J度v康J得*德*徽N心p息R慰n抚j拉t排J提*插s放q新*检j歇r民S泰u源u溪v然S理*琪s生s的*盛j盟t眠V睡s
 知x神t稳r第*置o联v肃x胎w腾w萨*葬r装J西s设s诚j详r贞s身S边w达s适u逸s那w邦*部x锡w阳J陆N陵w静o顺J顿r龙s
宋pgjg 代n体s初v家*朝p江M词t
完jjl_ 全j善k备o好o婚q工p成I整L毕n结s美n蛋r颜T
宏ofg_ 伟s光j大p观n达r远t
宓w_m_
宕r___
宗qdee 主U亲s人*匠w子u室o师s庙r教K族q旨n法r派Q社u神w谱w
官jgf_ 事v人q价v位r倒w僚O儿q兵M军n制r办t印u厅U司p名s吏n员k商u场p复*宦s家o寨t山p差u府o房*报x方n有*服s本*民w气w
 渡*爵s田t督*窑u绅r署p职o股w能U腔w营u衔s衙u话p路w运V逼*道s邸s长v阶t面v
宙u_k_ 斯q
定ifg_ 下q为o义n于r价p位n做t出t则t制q势t单t名q向o型q夺s局s居o州t形t律n性q损J数t时q期n格t点r然p理p睛r神t稿t罪s
 论r购t远r都r量q金t额q
宛v___ 似w城u如o州v平*然s西v转u
宜lhi_ 于r人r兰t兴q城P宾s昌L都O黄r
宝pdfg 业r二*信j典s刀p剑o塔r宝q山j库p应s座p来j海r物q玉l珠t瓶s盒s石p藏q贝o贵o钗*马j骏j鸡r
实kii_ 业O为q乃s习O事P体p例q况s则r力L务r在k地q处t实*属r干t弹t录p德R心t情q惠q战p效r数r施j时q有r权q测t物o现j用N
 绩t行j证s话q质N践l际J验L
宠oll_ 信s幸t爱q物r臣t
审mk__ 判L定p察t慎s批o时*查m核o案r理o美o视q计O议l讯p问r阅u题t
客liif 人m体r厅o商p场p堂s套s官s家t店p户l房q服j机q栈r气n流R源s票s观M货S车p轮t运N道t队r
宣rgh_ 传J判t化t发w召v告n和s城u夜*州u布k德q慰u战q扬p政*教v武r泄r示t称p纸t统q肺x言n誓r讲S读o
室lii_ 主*内o外r温s
宥r___
宦v_m_ 官p者w途x门*
宪rhh_ 兵q宗q政q法j章q
宫ohf_ 中n主w体x内q刑s前u城p墙q外*女m娥u室r府w庭w廷l本w来w格j殿n灯o腔u观u调u里q门p阙q院v颈R
宰oki_ 割u杀s牲*相o
害l_k_ 人q处u怕m死o病u羞r臊t虫p
宴o_m_ 会P席s请q饮t
宵q_m_
家hbhd 丁r世t业r中n主r乐*乡o书t事s产q人o伙n传s住s兄u具o养t务o喻*园q境p奴s室s宴u家r小t居s属o常r底u庙q庭k当q政s
 教r数s族n法u父s用s电p畜q眷s禽r私t财t贫t辉s里K长M门P
宸oddd
容mddd 人u光*分x县x器q姑u忍p情s易k水*积r纳p色w许q貌p身t量o错w颜r
宽kddd 厚s大p容q带r广p度p心r恕r慰r敞q松r泛t裕r阔o
宾tii_ 主r利j客q语t馆p
宿sk_g 主r县u命T娼w存w将v州j怨v愿v敌w根v舍j营S豫j迁J鸟x
寂r__g 寞p寥t然s静p
寄mi__ 主r予s养q存R宿t居t托o生P
寅sjk_
密lgi_ 书t云s令t使s切l友t商t宗t室r密*封p布o度m报t探t旨t林r电t码o约t诏t谈t谋r钥u闭s集O
寇ul__
富qghg 丽s于o人o余j兰*农r华s县x可*含q商s国T城s士S安x室t家s川x庶r强q态w户p有m民s水r泰w矿u绅w翁r营*藏w裕j豪q贵s
 足t阳U集R饶r
寐s___
寒nij_ 假t光r冬t冷o噤t带s心t意p战s暄r暑t武*毛t气r流r温*潮s热t酸t风p
寓pm__ 意q所t言r
寔s___
寘u___
寚s___
寝q_l_ 室r宫q
察nji_ 举u哈*看p觉p
寡pl__ 人s头l妇q
寤s___
寥y___ 寥r
寨lifg 主r子s里s
寮n___
寰n___
寲t___
寳u___
寸o___
对ek__ 不*了p于i付m位t偶s光t内r冲t决s准p华q口q垒t外L头r子s岸q峙q应o开t弈t待n得*手l抗N接r攻u敌q数s方k此o比o流R
 照p生r症s白r称O立N答r策o系*联q虾t襟t视r话n象l阵q面n
寺lif_ 庙p观t里r院p
寻m_j_ 人t常o思n找l杜*死s求n衅t觅q访r
导om__ 体q入t出r向p师p引r弹k报s数s游P演N火*电R管q线r致k航o论s语t轨t
寿oggf 光j兴*南*县j命j宁j宴w山t数w桃v比*终*衣u诞w阳x限w险u
封khh_ 不*信s冻R口r号s土V地r堵u套u妻*存r底x建K杀t条u死t泥u爵r疆s皮s神*禁w装s资*赏s锁N门v闭N面p顶s
射l_ig 中r入s击n影s手q杀t流u灯t猎t电q程o箭q精t线o速r门q频t
将efj_ 令r军k士m官s帅s息t才s来m校r相t要p近p门s领m
尉ujh_ 健*沐*
尊miig 严n享j卑s号q奉u姓r崇s师s敬o称s荣s贵j重m长t驾r
尌t___
小gclg 丑t丘t东*丫*乘t事o于o人N企*伙S便r偷r儿P兄*兵t册*农s刀s分*包s区q博*厮q口*可r史r叶s吃o名t吏t命s品r商u国r
 型n城P声o太*女R妹R姐l姑T娃r子m孔p字q学M孩N宝s家*将p小O尔*屋q山r岛p工u巧s巷r帽u幅t店r康P建s弟o张q强t径s德*心M
 戏u房u手r指s提*摊q数t时K曲s朋*村r林r树s桂*桔j桥t楼r步t毛t民r气T汽*河R泉s溪r火t灵*燕s牛Q狗s玄*王*玲*球t生s白*
 看r眼t石*站s童t米q红S组M群t老*肠r脑s脚t腹q腿r臣s舟s船p艇r节s花s菜t行*街t袁*西s规*觑r说L调s贝p贩r费s跑s路p车r
 轿*辈t道s钢*钱t镇q门s队r院s雨p雪t额s马q鬼q鱼r鸟r鸡s鹏j鹿s麦n龙s
少iej_ 不*于p儿r女m奶*妇q将n尉t年L数L时s有r林N校s爷p见q许r部*量n阳s顷t
尔pbbd 后r巴s德t斯t雅t顿t
尕t___
尖mmj_ 儿t刀r利s刻t叫q子t椒o石u端r锐o顶t
尘o_j_ 世s土q埃q封t
尚lfi_ 且q书l可r善w好w存s无n有o未l
尝n_m_ 到r尝r试o
尤mjk_ 为o伯*其k杯*
尧qddd 舜t
尯r___
尰u___
就dm__ 业K义t任q位s势t医q学r寝t座t是K此n算m绪r职r范t要m让n诊r读q近r餐t
尴t___ 尬n
尸m_m_ 体m变t身p首p骨r骸s
尹tki_
尺o_lf 子r寸o度p
尻t___
尼qeef 亚r克*勒*古*奥s姑p布*德*摩*斯s日*格*泊*米*罗*赫*龙s
尽jkj_ 兴t力o可*头p心r忠r快n情q数o早q管K职t量m
尾mi__ 声r巴p数t气t羽t翼r部q随s鳍p
尿n___ 布t液s素s道r酸t
局l_l_ 促t势n域*外*部m长m限P面l
屁pk__ 股o
层k_m_ 出*层p次n流t状t级t面o
居khig 丧x中r于p住M功*士r多p委*安*室s家t庸S心T所t无*民K然m留r者v里r间u首u高*
屈t___ 从s伸v原o就w居u指T曲u服q死v膝s臣*辱q
届k___ 时o满t
屋mj__ 内r后s外r子n宇t梁t檐r瓦t脊p角r里n门s面r顶n
屎p___
屏okjg 住s幕p息s气u蔽r障q风q
屑q___
展nkj_ 会s位t出p区t厅j台s品s团w室w宽t布x开k弦*播v望q期w板v演u现o示J翅s览N车j销U露v馆v鹏s
屙t___
属hlj_ 下p于k国s地r实q性o相t
屠vl__ 刀r场x宰J戮s户v杀o
屡o___ 屡q次q
履qjl_ 历t带Q行n
屯oki_ 兵q垦t子q扎u溪j田q驻t
山iecc 上n下o丘r东L中p乡t人t体p冈t凹t前p势q区m南o口p后r地l坡o坳s城s塘u墙q壁s头p寨p寺*岩t岭q岳t峦s峰o崖s崩t巅t
 川q庄r影q径u村r林q梁t楂s歌s民s水N沟r河o泉t洞o洪s海T涧t溪t猫t珍O石p神s粟*系r羊Q脉n脊s脚T腰s腹t自*花s茶t药t西M
 谷o路p边t道P里O野r镇p门q间q阳t阴t顶o风t鸡u麓o
屸u___
屹_ddd 立s
屻t___
屼m___
屽l___
屾m___
屿s_k_
岀o___
岁jmm_ 入t尾s数s月o
岂llm_ 不*可r敢r止s肯s能o非q
岃n___
岄o___
岋q___
岐tmk_ 山u
岑yddd
岔r___ 子t开s路t
岗ljig 位m哨q
岘q___
岚yddd 图j
岛kig_ 上n主q内r国r屿n弧s
岜u___
岢s___
岣s___
岩qghf 体s土u壁t层q床t性t洞q浆p溶t画s盐q石N缝t
岪u___
岫sm__
岬r___
岭mig_ 上t南q子p
岱ol__
岳sddd 家q州v普*母r父p阳J飞p麓*
岵u___
岷sm__ 江t
岸njj_ 上p基t线s边p
峁r___
峄u___
峇s___
峋u___
峒u___
峙q___
峞r___
峡nmi_ 湾t谷o
峣r___
峤u_m_
峥_ddd
峦t___
峨q___ 嵋p眉T
峪r_j_
峭s___ 壁q
峰qccd 会t值t峦t峰r顶r
峻qkk_
崂s___ 山t
崃s___
崄q___
崆____ 峒r
崇oddd 仁s光r尚q德t拜O敬r文S祯l阳*高p
崈u___
崉u___
崋t___
崎ul__ 岖r
崏u___
崐t___
崔t___
崖ojk_ 壁s
崚q___
崛t___ 起o
崟u___
崡t___
崤t___
崧s___
崩pm__ 塌s溃o
崭u___ 新p
崴t___
崼u___
崽t___
崾t___
嵁s___
嵆u___
嵈s___
嵊t___
嵋p___
嵌o___ 入R
嵘u_m_
嵩rkk_ 山p
嵬u___
嵴t___
嶂t___
嶃u___
嶄p___
嶅n___
嶆o___
嶇p___
嶈o___
嶉r___
嶏r___
嶙u___ 峋t
嶯r___
嶷u___
巅s___ 峰s
巍vim_ 峨q巍t然t
川ndcd 东s剧t北t江u西t
州ifeg 市s府p政*牧u立t郡r长n
巡oil_ 回r抚n按s捕r查t检t洋*游t航R视Q警s逻P
巢tj_g 县w湖J穴s
工lmi_ 业H事q人J件r会o伤u位j作G信*党r兵q具L农O分t匠n厂m商N地p场p夫o头t委t学T布*序p效s整s期t矿T种s科s程I笔t艺M
 行t质u贸q资l部n钱r龄t
左jij_ 上V下*传r侧j前J右J后j大*岸r思*手l撇*支*方u权t派q眼s翼p脚q腿q膀X臂p舷v路s躲*转J轮*边j近s邻*面u顾*首r
巧oim_ 克*匠s合r妙o遇q
巨rij_ 人q变s响q型q大k头q幅q星s款s浪s石q著s蟒t资s轮r额p龙s
巩w__g 义*县u固n膜v
巫v___ 女w山Q峡u师r术s
差k_k_ 一*不*事s价s使r值u分t别m异M役r池u点P距n遣r错r额Q
己n_i_ 任s方r
已fkl_ 婚s成p故s有l然n知o经g
巳qm_g
巴lfge 不*东Q中j丹W乌w伐*伦*克u利*勒*南j博*卢v厘U县w古w哈*国v基*塘w塞*士J尔T尼*山s州w巴v布V库u彦*拉*拿*掌q斯u
 林s比U河v特*结r芬*苏w萨t蜀q西N解V赫t里S金t隆w顿s颜*马t鲁v黎L
巷p_kg 口s子s战r道s
巻u___
巽s_m_
巾piig 帼t
巿t___
帀q___
币p___ 值t制s
市h_k_ 中*井r价t值r内o区m县r场H委n容p属s政P民l盈*级p辖*郊r里q镇p长k集t面s
布pege 下t什p依s列v利v加*包t匹s告s头w尔R局j市x帘w带w干*店w拉s拖j放x政*料t施t景s朗O机w条s满p点v片u票w篷w线j置j
 艺j莱*衣s袋q设s达*道t里s防t阵s雷q面v鞋s鲁*
帅sddd 位w气j
帆pddd 布s船q
帇r___
师jdfg 事u从s傅j兄n友v哥n团p大q妹n娘p师r弟o徒p承r技*母p法r父k爷r生P级v者w职x范O资q部s长o门r院s
帉u___
希ncdd 冀s奇r尔t拉*望j求u特*罕s腊M
帏u___
帐m___ 子s幕t户s房t目t篷p
帑t___
帓u___
帕tii_ 加*尔*斯*杰*米*萨*金*
帖n_kf 子q
帘p_m_ 子q
帙s___
帚s___
帛qk__
帜r___
帝lfe_ 位r制q君t国L王n豪j
带ili_ 上p入r兵q到o动o回p头P子s宽r有n来k状r球t电q病t笑t给q走o路s队r领n
帧q_l_
師s___
席nmm_ 位q卷R地V城w子t梦*棚u次v草w间t面u
帮kihg 主n会r办t助k子s帮r忙o手q扶s派t腔u
帴s___
帷r___ 幕q
常jhh_ 事s亮j人p任r会u住p例s务L压t响j备t委O山j州J常j平j年p德J态r情v抓*数p时w有o服u温j熟J理s用J绿p考w胜s见J规O
 言V设o识P量r闪j青q驻j
帹u___
帺u___
帻q___
帽pk__ 子o
帿s___
幂s___
幅m___ 员u度n
幇q___
幌q___ 子s
幓q___
幔r___
幕nll_ 僚p后r府q
幙s___
幡q___
幢q___
干iji_ 不*事Q什*仗x仙w休U儿*冷v净J制x劲t吗q呕w咳t啥j嘛j嚎w城v妈u姜v娘v季v完u将s尸r巴W干*式w性V才w扰J掉s支S政u
 旱O杯t果u枯t柴t栏v校t步*法w洗x活P流q涉J涩t涸r渠u渴u湿s热T燥O爸x爹s爽w犯x电*瘦u瘪u眼*着*瞪*笑u粮r系q线o练s细*
 结w群t脆N草s菜w裂v警s贝r货w起t道u部J酪u重r面r预o饭w馏u
平jcbb 乱v仄u价r伏x儿p准u凉J凡q分S列w利w南u原K反Q叛t台j和p喘v四u地j均J坝v坦p型*城t壤q声v复t头t妈w安J定p实u尾v
 局r层j展u山T川u布w常N平Q年v底q度v康x庸r心*息p房r手s抑u推*摊w放v整q方R日n时l明v易U昔x服w板q毁w民K水x汉*江R沙w
 津P流W淡R添s湖j滑S潭v炉u版w生p白T直s移u稳j空v等L米j素q纹u缓q肝W菇x行J衡L西S视t话v调v谷J起*足x路j身u车w辈u遥R
 野v铺v阳S静n面N顶U顺j高*齐w
年dlfg 产O代J份o内q初j前j华s号r后q均l头p少s岁s幼q底j度j报s收*数t期t末p检j满q画r糕t级p纪m终s老q节s薪p表s货t费j
 轮t轻L迈s鉴s长r间l限q青s龄L
并fl__ 且k举r作s入p列q力s发S吞t存q州s排r未n用q称q联t肩p行p购q进s重s非l
幷u___
幸ojl_ 事u亏j会u免S喜t好j存s得s灾*甚u福j而q运p
幺qm__
幻q___ 化s影r想o觉r
幼ojl_ 主t体s儿R女s子s小r年p时r稚q苗s虫o
幽pkm_ 会t州r幽r暗s深r灵q禁t谷t门t雅s静s香s默P
广lfhg 东L为R义o交*元J南w博s厦x发t告J场k域*大l宁t安J岛s州L布p平v度r开U德u播J昌t水*汇j汉j汽J泛k济V渠*田x电S种*
 船*袤t西N角j谱v达v阔n阳x陵t雅w顺v
庀s___
庄rgef 上r严n主r周r园q头w子p客r家q户*河J稼P重p院u
庆mefg 典n功s历u幸j祝n贺q
庇pl__ 护q
床m___ 上n位t单q头r板u沿s边q铺s
庋r___
序olk_ 列o号s幕p曲s言s
庐q_j_ 山p江q
庑p___
库nhi_ 什t仑t克s区t夫*存q容s尔*房s斯*藏t车s
应ifj_ 不*为q举w予t交u从s付J允s制v力j募v县j变Q召u城J声q大w天s对r届p当k征S得r急J战s手t承s接*收J敌w明w景v有O激u
 用K答j约x考r聘O许w诉v试P该i诺u运X选q邀q酬q验t
底k_l_ 下o子r层q座r数t本u板t气t特*盘r线r细s舱u蕴s薪t部o面q
庖r___
店m___ 主R伙t员s堂t家s小*里q铺p门t面s
庙lkg_ 会s前t坪t堂s宇q街r里q
庚wki_
庛u___
府ngfg 上q县t城s尹t第t邸s
庝p___
庞u___ 大j德s杂t然*
废mj__ 人s品s墟p弃Q弛u掉t料t止r气s水r物q纸t话q除l黜s
庠t_m_
庡p___
庢p___
庣q___
庤r___
庥u_l_
度lji_ 假O日s牒t过o量R
座j_k_ 位o椅s舱r谈P
庨r___
庭phh_ 园s审t长o院q
庯r___
庵nli_ 堂r
庶p___ 人s民r
康sccd 亲w佳s复o宁s定u宝j师*庄*得*德r明*泰v熙l生s
庸nml_ 俗p
庾t___
廉ukig 价q政q洁R租*耻u
廊m___ 坊u
廓s___ 尔*
廖um__
廨t___
廪t___
廴u___
延ofig 世*伸m保J吉*安N宕w展v平v年*庆R性x揽w时j期j河v津q续N缓r至t误j请v边T迟r长j髓t
廷neh_ 杖o
建jbdd 业S于o交p元t党s军s制n功t华s国s始*宁s安q工p平p康r德t成s房s文T有m材o构s树r校t桥r武t炎t立i筑J行r言u议k设S
 起q造l都o
开heh_ 业p价u会n元Q光x关j具t出o凿q刀s列u创N办p动s化t单v卷u原v去q县u发J口N合t后*启q国m场R垦r城s外t天*头p奖s始h
 学r宗*宝u审w导s封N小*尔*局p屏v展k山S工o市v席w幕P平r店s府t庭s建v开s式w弓v张r往r征v心p怀U恩s成u战r户u打u拆x拍w
 拓O拔t挖q掘t播u支o放K敞v斋*方u时q明q春u普*曼u朗r本x机j来o枪q架X水j江x沟v河v涮v源T溜w滦V演w火t灯x炮s玩*环v班v
 球t疆*白w皇t盘s眼u矿u票j禁v窍s窗u立u端q箱v篇t线j绿*罗q胃q脱s腔v腹x膛t航u船u花Q荒t药w营w行s裂j裆*襟w讲x设o诊x
 诚*课w赛r走t赴r起u足*路T车p辟m迈*运v进r远v通j道t都*采N释w金w销s锁j门O间w闸t阔P阳v除p颅v饭u馆t
弁r___
异mjj_ 乡t体t化r同r味t国s地r域t姓s己s常m形t彩u心t性q教*族s构S样q物r状t种t端r议q香t
弃n_l_ 权P
弄kk__ 堂r清q错s
弈u___
弊p___ 病s端q
弋um__
式jhh_ 样r
弑s___
弓okl_ 弦t弩T箭Q
引lie_ 人*信q入o出r力Q发n向r子u导m得q擎s文u来q桥q水r流t渡t爆r用m申r着r种s线t致r荐u见r证t诱r起j路r进m述t领p
弗thi_ 兰*格*莱*迪j
弘shj_ 历w扬q治r
弛s___ 懈t
弝u___
弟mje_ 兄n妹s子k弟n
张igj_ 佑*北T口Q嘴q大p家Q店J开q扬r掖s望r本v榜u江j湾*灯*牙*皇*罗q贴q量v
弢u___
弥pk_g 勒j散t漫p补o
弦lljg 乐t
弧p___ 度t形p线s
弩q_l_ 箭t
弬s___
弭y___
弯n___ 刀t子t弓t曲o腰q路t
弱m_l_ 势r化t小s智t点p者r
張q___
弶u___
強u___
弹l_k_ 丸r力u劾p匣r压t唱t壳r头p奏s子u射r弓t性o指s片u琴s簧r药o词t道Q
强idcd 于s人S令u健s光s军w击V制J力p加R劲o势p化N占q压v固w国q壮r大l夺w奸R子u学*将v度n弩*弱q强V征v徒v心V忍r悍q手u
 攻s敌q暴r有*权S横t求s渡s烈j生j留v盗o盛o直u硬R碱u者q行o记x词*调k身V辩v迫O逼v邦w酸u队s雄*震v韧v项t颜*风v
弻u___
弼sli_
弽r___
彀r___
彁s___
彂r___
彇s___
彈t___
彉t___
彊u___
归kii_ 于p云*侨q入r公q功s去t口u咎s因*国q天t宿r属p州r并t心t来p档s类t纳p结q路t辛*还p队u附r降s隐t顺r
当gjlg 下l中m之*事U今n代n众q作n值r做p儿p先p兵q初n前m务*即m啷t地K场o夜r天n头q好t官r家R局m年k归s心s成p政s日n时i
 晚p月t权S然j真m着p红s街t选m量s铺s阳Q面p
录nli_ 像Q制s取L用p音Q
彗u___ 星r
彘t___
彛s___
彜s___
彝qkj_ 族p
彟u___
形kkl_ 似p体q制p势l变t同t容O式j形*态M成i状n相u神t象l貌r迹t
彤tddd
彦pddd
彧q___
彨s___
彩mhi_ 云r印r图r塑t排t旗t民t灯t电q画q票r绘o绸s色p虹s陶p霞t
彪qddd
彬pccb
彭sjj_ 州x
彮u___
彰rlk_ 显u
影mki_ 业t像q印s响I坛s壁q子o射r星t片m视Q踪s院s
彲p___
彷s___ 徨s
彸u___
役mm__ 使s
彻qll_ 夜s底l骨t
彼nm__ 岸r得Q时t此m
往i_j_ 事p前o后p回q复s届t常q年p往k日p昔s来n返p
征mddd 伐r兆r兵s召s地t得t战q收o文s服N求o用t程s税q管t粮t讨r询s调t象s购t途s集n
徃r___
径nll_ 向r流P直p自q
待jl__ 业t人r会*命s定q客s机t续t见s遇n
徇u___
很g___ 多J大k小o少m快l早r难*
徊r___
律rji_ 令s例s师n诗t
後s___
徐qi__ 家*州P工j徐q汇J海r经w
徒mii_ 刑s劳s孙t弟o手r步r然r
得efh_ 不*主s以m体r出n分o利s到i力q势t名m天*失q奖t当r悉s意n手q救t数t来p益S知m罪N胜q逞r道t
徘____ 徊p
徙o___
御lhi_ 制r史P寒t林*用s笔t膳s花*览t道o驾p
徨u___
循okl_ 声t环m
徭s___ 役q
微lhg_ 不*信j光r克t分Q动t型q妙q小q弱p微m末t机r波P生*电*积*笑l米q粒r细t臣r薄s观p软N量R风r
徵tik_
德jabb 之*令*军p化r华s国J安P尔t川t州s性s意*拉t文s比t甲s育r胜*行q语r里r黑*
徽qjj_ 号s州r章t
心iccd 上O中j事q仪s切r力t功*动r包t口s地q坎u境q声r头n安u室s寒u底o律s得r志t念p怀q态n思n急t性r悸r情l惊q想k意o愿p
 慌t房s扉u旷*智s服t机t气t法r满*灵n烦s焦t爱q率s理K甘*电*疼p病s痛r皮s目o眼R砚s神q窝s绞*绪r肌r肝s肠q肺s胸r脏N腹p
 苑t虚s血P裁s计t跳q身u软t道s酸r里J音t
必khi_ 不*修T备n定n将o然L经r胜r要L读o败t需O须i
忆vk__
忋u___
忌l___ 惮q讳q
忍mlk_ 不*受o心q痛s耐p让t
忎q___
忏u___ 悔r
忐____ 忑t
忒p_l_
忓p___
忔q___
忕r___
忖s___
志lbcc 军r向s在s士t强s愿L明s气r趣t
忘l___ 不*却r怀t情t我t掉r记m
忙j_gg 不*乱s于q活q碌p
忚r___
忛s___
忝t___
忠qfe_ 义q于q勇t厚s告s孝t实q心p臣q良t诚P贞t
忤s___
忥s___
忧n_kg 伤r心S患s愁r色t虑p郁q
快i_k_ 乐m快p意t感r慢s报s捷q攻s板u步o活p点r照p电j船q艇s要p车s递t速l餐t
忱t_l_
念lhj_ 书r佛s及s叨s咒t头n念T珠r经r诵t道r
忸____ 怩t
忻u_m_ 口u州u
忽kji_ 地p悠r然k略o而r视o
忿q___ 怒s
怀ngi_ 上u中o俄*化v古u孕O庆x念q恋x恨U想w才*抱o揣u旧t有r来U疑M着O素v胎u药w表u远*里n
态n___ 势p度l
怂r___ 恿r
怄u___
怅u___ 惘t
怆u___
怎k___ 么H地n奈t样k
怏____ 怏t
怒llgg 不*吼r喝s容t斥t气p江s涛r潮s火p目s色s骂s
怔m___ 住s
怕j___ 人r死s
怖t___
怛u___
怜q_m_ 悯q惜q爱t
思mcdc 域j忖s念p想J潮o科r索o绪r维m考m虑q路n辨t过u量r雨s
怠q___ 慢q
怡pddd 和s悦r红*
急j___ 事r于o促q切q剧o匆*待t忙m性o救r流p诊t躁r转t迫t速p需p驰s骤t
怦u___ 怦q
性jif_ 价*关*别O功*命l器*子p急r情p感r成*格m欲r激*灵u爱r状q生*病r能l腺r行*质k骚*
怨n___ 不*恨r愤t毒s气r言r
怪k_j_ 不*事r人r兽s叫t圈s异p招t物p石t罪s诞t
怫u___
怯p___ 怯t懦s
怵s___
总igk_ 之n书*产T人*价*会o体m值q公*共p兵o决*分q则t务*动*厂s参R司*后t和p局p工*归t得q成Q指*揽t收*攻s政t数m是k理k
 监p目t督M社t称p站t算o管o线r经*结m统K编T署s而*能r行t裁n装t计q路*部n量m长o队O集s面*领*额m
怼s___
恁q___
恂u___
恃q___
恋p_l_ 人q情s战t爱o
恍q___ 惚r然R若t
恐nmj_ 吓s怕m怖N惧o慌q龙q
恒tddd 定r山o心u星o河r驰j
恕sll_ 罪r
恚r___
恢pkm_ 复k宏t
恣t___ 意t肆t
恤r___
恨lm__ 不*
恩qeed 人r公r典s娟s宠u师q德r怨r情s惠s施N格*爱s赐s
恪q___ 守r
恫____ 吓t
恬u__g 静u
恭ohi_ 亲*候r喜q恭*敬p维s请t谨s贺u迎t顺t
息nm__ 怒s息*肉t
恰oll_ 似s好n如s巧r当p恰O
恳q___ 切s求q请t
恶m_k_ 习s人p作*劣o化p名t心p性Q意q战s斗r果s梦t毒r气s狗u狠*臭s行r言t贼r霸s鬼r魔s
恸r___
恺sddd
恻s___ 隐*
恼o___ 怒p恨s火r
恿t___
悄q___ 声q悄N然q
悆s___
悇t___
悉pll_ 尼r心s数t
悊r___
悌u_m_
悍r___ 然t
悎t___
悓p___
悔p___ 恨s改u
悕s___
悖q___ 论r
悗q___
悚t___
悜r___
悟omk_ 出t性s
悠sm__ 久m悠q扬s然s长t闲r
患n___ 上r儿t有q病Q者l难r
悦qddd 纳j耳s
悧s___
您j___ 好s老s
悬n___ 吊s崖q念r挂n挑r殊p浮r空s臂t赏t
悯t___
悲ol__ 伤q凉s剧o哀q壮q怆t惨p愤p欢t痛p苦t观r
悴t___
悶s___
悸u___
悻____ 悻s
悼sl__ 念q
惀t___
惂t___
情klj_ 不*义t书t人Q侣r况h分t势p境r妇t形m志t怀r思t急s意r感n愿p报N操q景n欲q歌t爱s状r理r由r结r绪l缘u致u节n调q谊r
 趣q郎t
惆____ 怅s
惇t___
惉r___
惊kmh_ 人n动p厥t叫p叹q吓r呆r呼p喜p天*奇o异p心*恐q惧r惶q愕s慌p扰t疑q觉r讶o诧r醒p险r骇r魂t
惋____ 惜r
惑rm__
惕t_l_
惜tkl_
惟oh__ 一o恐q有p独r
惠tcdd 及u州T普R民J顾j
惤t___
惦t___ 记r
惧nm__ 怕q色t
惨o___ 剧t叫r案o死s淡s烈r然s状s痛s白q象s败q遭r重p
惩r___ 办r处r戒s治r罚o
惫u___
惬____ 意q
惭s___ 愧p
惮u___
惯o___ 于t例p常s性p用s
惰r___ 性s
想g_i_ 不*像p到l尽s当*得*必o念q想n方*来o法m着m要n见r象M起l
惴t___ 惴t
惶q___ 急s恐q惑s
惹n___ 事t恼t祸t
惺q___
愁olm_ 苦s闷t
愆t___
愈mlk_ 加q发q合p来*演*益s
愉rddd 快o悦r
愍u___
意jki_ 中T义k向q味P图o在q境q外m大*志n念t思k想*愿p料Q旨q杨p欲q气t甲s见J识L译t象s趣t
愕q___ 然q
愚p_k_ 兄t弄t昧r蠢p见t
感l_j_ 人q伤s光s冒p到j动n化t受M召u叹p官s应p念t性r恩r悟r情l想s慨p染M激n知r觉k触r言u谢j
愠t___
愣n___ 住r
愤p___ 怒m恨r愤s慨p懑s激t然t
愧q_m_ 对t疚s
愩t___
愪q___
愬p___
愭q___
愮r___
愯s___
愰s___
愶r___
愿kml_ 意l望n
慈thi_ 善p心v悲q溪j爱s眉*祥r禧m
慊s___
慌n___ 乱p张r忙p
慎uik_ 之*独x用t行v重p
慑r___
慕uddd 名Q容p庆v
慛r___
慢m___ 吞*性O悠*慢L
慧tcdd 眼t
慨t___ 叹s然s
慰qkj_ 劳t藉s问p
慵t___
慷tddd 慨P
憋o___
憎s___ 恨q恶s
憔____ 悴q
憜u___
憡t___
憧t___ 憬r
憨q___ 厚t
憩u___ 息s
憬u___
憳r___
憷u___
憾s___
憿s___
懂l___ 事q得m
懈s___ 怠s
懊t___ 丧t恼s悔r
懋ukl_
懌u___
懒p___ 得q惰s散t洋*腰t
懔u___
懗u___
懜u___
懠u___
懡q___
懦r___ 夫t弱s
懵r___
懿pil_ 旨s
戈uhig 壁q
戊sml_
戌t___
戍r___ 守u边t
戎ukl_ 装r马*
戏m___ 剧M台r子t弄s文t曲o楼t法u班T称q耍u谑u
成gccb 不*为h书q事U交J亲r人N仁r仙u份r佛t例t倍s像q全r册u军x分l功J化p千*县v双*名Q员L命u品Q唯*器w因q团t型P堆t大*
 天q套s婚r家T就L山u岩u帝v年Q形R心t才S批t招*排q效o教v数u文r方r日u昆*本J材u林w果L武j气*法s活V灾u熟L片s田w电x瘾T
 百*矿*立j章w竹*算x约v组u绩K群Q膜w色q药v虫q行r衣u见u规r语s说u败Q都J键w长L问*风u鱼u龙s
我cll_ 们f会o俩s党s军n国i家o市r心q方r校o省p行p辈r
戒n___ 严q刀s备q律r心t惧t指o毒t烟s
戕u___
或f_j_ 多*是m者I许j非t
戗u___
战kjh_ 乱o争j事p例t俘p兢*况s列*利*前r功q区o友o史s后o国M地s场l坦*壕t士l备p将s局q平t役m成t战*报t斗K斧s术m机m果q
 栗s死q法q火q犯r略J神t线o绩p胜M舰p船q袍t败p车o阵s马p鼓s
戙t___
戚ull_
戛t___ 纳s
戜p___
戝o___
戞p___
戟omk_
戠p___
戣q___
戦s___
截n___ 住r击s断q杀u止m流t然R留t至n获s面s
戮r___
戯r___
戳o___
戴lkj_ 尔q
户ljm_ 口o外r籍p部n
戾t___
房klh_ 东j中O主j事s产Q价p前t卡x县j地W坡x基p子j客u室t屋n展x山J市w态j改u梁u檐t款w水x源v租s管S舍r贷j费x里o钱v门P
 间j顶s
所fjk_ 为q以h作*到*向t在M学p属m幸t得O指o有I求t用o知o罗*致o说m谓k部r长n
扁nl__ 圆*平q担s铲s
扇m___ 子q形r面t
扈y___ 从t
手hlj_ 上n下N中k书r册r动s劲t势p印s头r套r工P巾s帕p心r忙*感t抄*把t持o指M掌N提r摇t本t术M机l杖t枪p榴*段k法n球t电S
 稿r笔t绢s续N肘s背s脚o腕o臂n艺P表q记t谕t足O软s边t迹t里l铐s镯t
才gheg 刚t力w华Q女u子r学t干s思x情t智s气v略u疏*能n艺t识s貌V高*
扎mijf 伊*兰*实q根s耶*营r赉*
扑l___ 克u哧t打t灭q簌*通q面s鼻r
扒o___ 开t拉u
打hkk_ 下p中q乱r井q交*人q仗o伤q倒n假s入p出o击l分r制t动q劫s包s印Q压t发o听n响r喷*圆*坐t垮t天*头t字T官*尖s岔t工O
 开l成q手t打s扫q扮o扰q折R招*拼t捞r探q搅t斗t断o架p死n法q消r游*滚t火*炮t点r牌s狗*猎q球t理u电*盹t着o瞌*破n碎t磨t
 算m落t败n赌t赢r趣t车u退s通q造p量o针t铁s颤t骂t鱼s鼓q鼾t
扔m___ 下r掉r
托mgge 人r付s克*利*勒*叶s拉*盘s福r管r起t运t马*
扛o___
扠u___
扣nm__ 发s子s押r留s篮t除q
扦____ 插t
执mjj_ 业s事r勤s委*导s意q拗s掌o政M教q法O照s着r笔t著s行J
扩n___ 充p大K容t展m建n张m招s散o编t
扪u___
扫n___ 兴s地q墓t射s帚r描P清s盲t荡q视t除r雷Q黄u
扬nigg 名t威u子S州n帆t戈*言q起r鞭t
扭n___ 亏t伤t动s头q断t曲q转p
扮o___ 作s成t演o
扯m___ 淡t
扰p___ 乱q动s民t
扳p___ 倒t回t平t机s
扶mli_ 乩v余j养u助s危*手T持p摇*栏s梯v植r正*沟j病w老*苏w贫P
批l___ 准j判m发q复q斗t次p示q评M量p阅t驳s
扼r___ 守t杀s要t
找i___ 上*出o到k回r寻q矿t
承kcdd 乾*兑t办q包P压u受n天*当t德s担L接r欢s继t蒙t袭q认l诺n载r运r露*
技o___ 工q巧n师j战*改q术H法q能n艺n
抄n___ 写s家r录s本s袭s
抉____ 择p
把f___ 住t儿u关s头q子s守r戏r手q持r握m柄s玩t酒s门r
抑qm__ 制N或r止u郁Q
抒s___ 写t发r情Q
抓k___ 住l好p捕t紧p获r走u起p
投ll__ 中s产o保s入k向q奔q宿t射r弹t影r掷r放p敌t机P枪s标s注t票L篮r胎t诉m诚t资J身p送t递s降m靠q
抖n___ 动q
抗mjk_ 争p体p击p原p命t干*御s战m拒p敌p日L旱s氧*洪r清s灾t生*病Q癌s美*菌s衡q议o辐*逆*震T
折lkl_ 中u价u光v变v叠R合q回r子P射Q扇q扣r断q旧S服t杀v枝w磨o算t纳w线x腰w腾p衷S辱t返w
抚nih_ 养q恤S慰r摩s摸p育t顺s
抛n___ 光t售t射t开s弃p掷r物*
抟u___
抠q___
抡q___
抢k_h_ 修s先q劫p占r夺q掠t攻s救o断t渡u白t眼t购u走r险r
护mjk_ 佑r卫P国s城*士P持u法q照r理P航r身R送p驾t
报j_l_ 上o业r仇o以t价q信s刊p务*名N告I喜u国r复p导t应r废s恩t捷t收t效s案t知r社q称u答q纸m考n表q警q送t道j酬o销r馆u
抨____ 击q
披n___ 上q挂r散u甲q肩t衣t露n风t
抬l___ 举s升s头n手r起n高p
抱kki_ 住o头t怨o憾t抱t拳q歉r负r
抵m___ 京t偿t制o御o抗N押q挡o消r触m赖s达o销s
抹m_l_ 布t杀t
抻t___
押nl__ 租t解s送t金t韵t
抽m___ 出o动t取s噎t射t屉p打s搐r查r样r水t泣s烟q空s筋t签r调r象o身r
抿q_l_
拂om__ 尘p晓s
拄q___
担n___ 任k保o子p当p待u心l忧p架r纲s负o
拆n___ 借t卸t开q掉t散s毁s解r迁r除n
拇q___ 指q
拈p___ 阄p
拉jddb 丁R倒t克u力t动q古r合*基*大s夫t姆r尼t屎s希*开o扯q拉s拢r斐*斯t曼u栖*根*格*瓦*美p莫*萨P诺t走s车t达t近s链t
 长s齐s
拊u___
拋s___
拌o___ 嘴t
拍k_k_ 击t卖O子u手q打r拍p摄n板s案t桌*照r片u马R
拎p___
拐n_m_ 子s弯s杖q点u
拒o___ 绝l
拓v___ 宽q展o扑S殖s片t跋q
拔mij_ 出o剑q尖u掉t擢u牙q腿t除u高t
拖mml_ 住s入u延q拉T曳t欠r累s车t鞋s
拗r___ 陷t
拘q___ 役u捕t束s泥s留r禁t谨s
拙r_m_ 劣t
拚o___ 命p
招lji_ 亲u办q募q呼n商P安r展t工s式r待Q徕t惹s手q抚s招*揽s摇t收o数o术t来r架q标q牌q生L考R聘L股u致q行t财s贤s降r集t
 魂t
拜kij_ 会s伦u佛r倒s别t占*堂s天*寿t师s年r托j望t见p访q谒t谢r辞t
拟n___ 定o订s
拢p___
拣o___
拥mkl_ 入q军t戴q护O抱q挤p有k
拦o___ 住o截o河*腰s路s阻r
拧p___
拨m_l_ 乱*动t开r弄t打q款q给s通t
择pll_ 业r优r偶s
拫u___
括q___ 号t约*
拭q___
拮____ 据t
拯ul__ 救p
拰p___
拱mi__ 形q手o桥t门u
拳m_i_ 击r头o打t术s法q脚q道t
拴p_l_
拷r___ 打s贝s问t
拼o___ 写s凑s命o抢t搏q杀t死r装s音q
拽o___
拾n_m_ 掇t荒p遗t
拿ilig 下o出n到n手s捏s来o破*给t走s
持lll_ 久P刀r卡*平s有N枪t续L股p节t重t
挂k_m_ 到u号t帅t念r怀t断t架s牌r载s钩r
指jlj_ 令O使q出k南O印u向o头q定n导K尖s引p战*指r挥K控q摘s教r数m斥s明p望o标m正u法t派s点o甲q着m示M纹t责o路q针r
挈u___
按iml_ 住q压t察*捺U揭s摩p时p期s照j理T着q计*说r钮t键t
挎p___ 包s
挑m___ 出t剔r动t战M担t拨s明t水s衅q起q选o逗t
挖m___ 出q坑t掘o洞u苦s
挚s_m_ 友t爱t
挛t___
挝t___
挞u___
挟p___ 制s持t
挠p___
挡m___ 住p
挣o___ 得t扎n脱q钱q
挤m___ 出q压q挤u满r进t
挥lli_ 动q发R师t手o拳t洒t舞p霍r
挨n___ 打q次r着q饿t骂t
挪p___ 动s威o用r移s
挫q___ 伤t折p败q
振oei_ 作s兴p动O华t奋q幅s臂q荡r
挶s___
挺lji_ 拔s直r立s胸t起s身S进p
挽o___ 回q救o留r联r
捂q___ 住r
捅p___
捆p___ 绑r
捉m___ 住q弄s拿r摸s迷*
捋p___
捌u___
捍t___ 卫q
捎p___ 带t
捏n___ 造s
捐o___ 助s款p献r资s赠q
捕n___ 快s捉p捞p杀s猎t获Q食p鱼p鲸t
捞o___
损om_g 伤o坏p失l害n毁t益s耗q
捡o___
换kmj_ 上p下r乘t人s位t取q句*届q成q换t来q气u算s装r言*
捣o___ 乱r毁r蛋t鬼s
捧m_l_ 场u得t
据i___ 传s守t实t悉n此o点r称q说m
捱s___
捶p___
捷pddd 克p利u径r报s豹j
捺r___
捻p___ 军t
捽u___
掀p___ 开p翻s起o
掂r___ 量t
掇t___ 刀*
授mki_ 与t予m意s权m粉t课r
掉k___ 头r落t转s
掌kghg 上r中s印r声p心q控s握l故s权s柜Q法q灯u管o门O
掍s___
掏o___ 出o空u腰*钱s
掐q___
掑s___
排l_m_ 位t便t入t出p列m印u卵s名m场s外r尿s序r开t成r挤q放q斥p毒t气t水P污t泄R演t灌q版u球r练r行R解t遣u长p队p除n
掓r___
掔s___
掕t___
掖r___
掗t___
掘n___ 进t金u
掞t___
掠o___ 取t夺p走s过p
探mkl_ 亲r听r头q子s寻s岳j明o春q望r查t求s测O照*界*知s究q索m花p视s讨n访s询u路t针u问t险Q雷*马t
掣q___ 肘s
接jjj_ 上r下T任q入r到n力r受j口o合t听r吻t地s壤q头s应p引t待M手s收O替p济s班U生t着k种r管p纳q续t见p触m踵*轨r过n近m
 连O送s通r风s驾s骨u
控o___ 制J告q球s股o诉q
推k_j_ 上s举p介r倒r入t出l力q动L卸s向o土*定s导s崇q广m开o想s托s拿p敲s断q测p演q理p移r算p翻n荐l行n让t论r说t诿t辞q
 进L迟p送o选r销Q
掩n___ 体s埋r护p映s盖p蔽t饰p
措r_m_ 手*施k置r词t辞r
掬t___
掮u___
掰r___ 开t
掳q___ 掠r
掷m___
掸r___
掺r___ 入t和t杂t
掼s___
掾t___
揆u_m_
揉o_l_ 搓t
揍r___
描q___ 写n绘o述m金t
提jhh_ 交o价t供I倡o出i到m前m包r升m及p取o名m审s成s拔p携r早r案p法s炼q督q示O神t笔s纯s纲r花t要t议n请o起n辖s速t醒m
 问n防p高i
插l___ 件t入p口r嘴r图q手q曲s话r队s页r
揖pl__
握m___ 住p手q有s紧t
揣p___ 摩r测t
揩p___
揪n___ 心t
揭o___ 不*发q帖s幕S开o批t晓r牌w破t示o秘u穿s竿*阳u露n
援om__ 兵r军r助n引r手s救t朝s
揵u___
揽p_l_ 境j工t
揿t___
搀q___ 扶q
搁o___ 浅s置s
搂n___ 抱s
搅o___ 乱t动t和t拌q
搏q___ 击s动u斗p杀t
搓p___
搔q___ 头t
搜mm__ 刮s寻q捕q查q狐l狗o索M罗s集p
搞k___ 乱t好p定s活s清t笑o
搠r___
搡t___
搦s___
搧s___
搪u___ 塞t瓷t
搬m___ 出r家r走s迁r运q进s
搭m_m_ 乘s建r救r架s档s理s讪s话u载r配p
搱t___
搴p___
搷t___
携n___ 带n手q程j
搽s___
搿t___
摁t___
摄n___ 像T入Q制r动s取r影O政R氏R食s
摆l___ 列u动q在p好s布r平u开r弄s手p摆r放r渡t脱n设r
摇mkh_ 动r头m手r摆s摇S晃p曳s滚S篮r
摈t___ 弃t
摊o___ 主u位s子q开q派s牌t
摑t___
摒u___ 弃r
摔m___ 交t倒p打t跤r
摘o___ 取t录s掉t自s要p除t
摝u___
摞s___
摢t___
摧r_m_ 残q毁o
摩nik_ 尔r尼*崖t托S挲t擦o根s洛*登t纳*西t
摸l_k_ 底t摸q清s索q金*
摹p___
摺r___
撂q___ 下u
撅q___
撇q___ 下r嘴s开q
撑n_m_ 住u持t腰s
撒n__g 丁*娇s尿s布v手R拉*旦u气w泼u网v腿t花w落w谎q赖w
撕o___ 下q开s扯u毁r破s裂s
撞l___ 倒t击p死t见r
撤m___ 兵s军q出q回r换t消t离q职r走r退o销l除r
撩q___ 开t拨t
撬p___ 棍r
播p___ 出r州u放P种p音T
撮o___ 合t
撰o___ 写o文r稿T
撱t___
撲q___
撳p___
撴q___
撵q___
撶q___
撸r___
撹s___
撺t___ 掇t
撻t___
撼s___ 动t
擀s___
擂r___ 台R鼓r
擄r___
擅o___ 于s自p长o
操mmk_ 作L办t劳s场r守t心p持r控t演s纵o练p行s
擎rm__ 天s
擒n_j_ 拿q获s
擞s___
擢r___ 升u
擤u___
擦m___ 拭s洗t
擭u___
擽t___
攀oll_ 升p援s枝*比s登r谈u
攒p___ 动s
攘r___
攥q___
攫t___ 取r
支lmj_ 书r付m使t农u出n前u取s吾s墩x委X局w左v应v座v承s护v招t持J援n撑J教t数w架j柱N气*派t流n点s票r离X系s线r脉t行q
 路u那s部q配N链u队P
收klkg 下r买r住t入j兵r养r到n割S发s取o受s听s回n场s复o容s尾s市t归u录r成r拢t拾m据s摊s支p效t敛p留r益N盘R看s税t紧s
 纳t编s缩o缴s获o藏O购n费m起r集n音*
攸q___ 县r
改khj_ 为l任r作t元r写r制o动r变j口s名n善l型r嫁s建n成p换s日s正q版u用q由r称m组o编o良O行s装O观r进M选s造l道s错u革i
攻ljh_ 下q克o入p关m击L势o占o取r坚R守r心t打p掠t杀t略r破p读q进s防r陷q
放jlh_ 下p任s假r入o养q出o到o哨t在K声p大P学s宽q射P屁r开o弃m心l慢q手p映R松o款t水t流r火q炮t牛u牧r生t电q疗q眼r箭s
 纵q线*缓s置q羊t肆q荡t行q走s过q进r逐r量s飞u
政lcdd 事o令s企s体i党m制p务N区q协m变o坛s委o客r局p工q府I敌s教t权k治I法q界r策J纲t绩q要s见s论t
故jm__ 乡n事K人r作r国t土s地s城p宫n居p意m旧t而s道l里n障p
效ok__ 仿s力p劳s命u应n忠q果l法s率m用q益m能q
敊t___
敋u___
敌k_l_ 人j军o台t后p国r害t对q情r意r我q手p方p机q楼t营t视r阵s
敏nccd 感N捷q锐q
救kj__ 世*亡S人p兵r出q助p命q国O应s护R援p救s星t治q活s济p火s灾q生S起u
敓r___
敕o___ 令s
敖wlm_
教jhh_ 主m义p习t书q众r会o养r务Q化r区s员q坊s堂n士r头r委r学L官r室p导p师k廷s徒p授k改t材n条s案t民s法q派q父t皇q益t
 研T科*程s练N给s职*育I规u训m诲r
敛p___ 财t
敝o___
敞rm__ 开p
敢kl__ 于o当t情t死*
散ljj_ 乱r会t佚t发o失s客s射q居r布p开r心u播t散*文O曲t步q水r漫t热s落r装t货q
敤s___
敦rik_ 促r厚t煌P
敬ncdd 业q仰q佩r意r慕v服u爱s献r畏q礼j而*请j酒r重p
敮t___
敯s___
数jlj_ 万p丈q下t个s倍s值p列s十P千P声s天t字L学K寸s尺r年p度t招q据L控s日o月q术t次p步r理q百P目n着u码o种t米t组q落s
 论r里q量k额o
敱s___
敲n___ 击s响r定t打r诈u门Q
整nmm_ 个j人t体L修p党r军u合o场u块s夜s天o套t容t座r形r改r数p整o日r机t条t治p洁r流T理n编r肃s车q部t顿n风R饬s齐o
敷pl_g 衍r设t
敹u___
敺u___
敼t___
敾t___
斁s___
斂r___
文jabb 丑t丛w中q义x书n人O代*件L传u体q保w儿v具t凭q化H华O印*卷w县v句v史Q号w名w告t员t哥u坛q墨t士t娱v字L存w学K安W
 宗s官p山J峰r工*帝r广u库m庙u弱U思u戏w成S房X才t摘s教P文w昌Q明S景W本Q案t档r楼x武N水w汇R治U法t泰u海w火v牍v物L献n
 王v理S电v盲R种u科p秘t稿s章k笔s绉*翰s职r联r胸u臣r艺M虎x蛤v解w言S论t说s豪v责*质*赋w身t辞t过*选r采t雅s集o静t革p
 风s饰w龙u
斋nlig 宫s戒r
斌tdcd
斐qcdd 济s然u
斑o___ 斑r斓s点r竹r纹s马t驳t鸠t
斓r___
斗klhg 争j士t室u志q拱q智t殴s牛s笠t篷r胆s鸡u
料m_k_ 到o想o理p
斛s___
斜m___ 倚u坡r眼r睨t纹t线t阳t面s
斟p_m_ 酌q酒s
斡o___ 旋s
斤p___
斥q___ 责r资t革s骂t
斧o_l_ 头r子t
斩m___ 断r首p
斫r___
断k_l_ 交t代q后t定p层p崖t断*气u流t然q绝q续s肠S腿t臂t裂P言q送s面s
斯pdbd 威*密q山w岛v文r洛*特s诺t
新gccd 世*东*乡u书t人p任q会t作s兴o兵r军r制t加*区s华S台*品S四*址s型l城o堤p增o奇r娘P婚Q字r学r安T居s年p建o开*式p
 德*意r房r手t报t政Q教q文*旧r星t春q月o村q桥r款t民s江r沙r河p法s泽*洲R浪P港o潮s版q生N电*疆m石*秀s科*约t纪*编r罗s
 股r药q莽t衣t西*诗s贵t路q近q郎q郑t野s闻J陈*颖q颜r风p高p鲜N
方jffg 丈o位P便J兴*军t凳w剂r可q向K圆r块u型x城q士s头w始r子s孔w家t寸t尖*山j差t巾t平v庄j式i形p志t才n括*方*木w术t
 柱v根v格t框v案k桌s正S法I生U略q盒*知v砖r程O策v舟t舱w药v解*言N证T越u针l铅*队u阵s面H
斺r___
斻u___
於t_m_
施qij_ 主q以t加q压j展o工J恩r放s政q救j教w毒x治v法w洗x济v琅q用S甸j礼r肥s舍s药w行n训x
斾q___
斿q___
旀r___
旁l_l_ 人n听q观Q边j遮*门r
旂r___
旃t___
旄u___
旅m_m_ 交*客n居t店q游I社t程s舍s行O途r长s顺r馆p
旆t___
旇r___
旈t___
旋oll_ 即s律q涡r翼t臂u转n风q
旌s___ 旗q
旎u___
族l_h_ 人q群t长r
旓s___
旗lhhg 下p人s号q子r帜n杆q舰r袍r
无hgk_ 上s不m与*为r产*人M从p以p休*偿p党*关o力o功s助S双s可O名R味s声o处p头s奈n妨r存u定s害r尘q尽r常q序r底*度t庸u
 异P形P影*心q忌s忧r性s怪t恙s情q意O愧S所*损s政*故s效p敌R数M暇r望r机Q权r条*极t果t止*毒s比n水s法j济*烟*物s理R用q
 畏r疑m痛u益q知q碍s礼q神*私r穷P端s线P缘q缝t罪r耻p聊p能P色o花*菌r视r言q记*论L误s谓r赖q趣t辜p边q过t道s遗t量q锡Q
 限N需q霜*非o须p
既iml_ 定q得t是t有n然L
日fgif 产j伪t元p光q内*军m出q前m历o后n喀*均s增t夜o头s子l寇r常l影u志o报o数s文t方q日r晒u月n期l本I渐p照p用P益m盛u
 程q立t经t耳*落r见s记p语r趋o间s隆s食s
旦qli_ 夕s
旧k_l_ 事s人t制q地u址n城r居t式t情t日s时r有s社*约u货s部s金*闻r
旨mli_ 在o意q
早jkj_ 上o些q产t先r前t就m已l年O报s日p早p春s晚p晨n期l点q熟s知p起r餐q饭q
旬r___
旭vddd 日s
旱p___ 地s季t灾s烟s魃u
时fgg_ 下r不*事s人q代J令t价w任q会r候h值s光o兴t分n刻M务t势t区v变v台*好*宜v尚o局s差u常o序u弊u态u报o政r效J数q文w
 断*日q时P有*期i机n来*段j气u滞x点w疫x空Q而j至*艰w节p装R评v说p调v辰n过*运t适j速j针s钟r长j间H限s隐*隔r髦q鲜w
旷t___ 古s开*野p
旸t___
旺oih_ 季r盛p
旻u___
昀__l_
昂tmi_ 克*扬t然r科*贵p起t首r
昆pih_ 仑J山s明N曲r虫n
昇r___
昉t___
昊xddd
昌tccc 吉j安w平J江w河w盛j都U黎V
明ibbc 主x丽u争*亮s人s代l令S信*修*儿P光j净t史q后W哲s器r基*处v天j媒*媚s察V尼*年J式x律x德s心V快s报u摆*教p文R断w
 日n早s明J星m显j晃*晚t晨v晰s智Q暗w月s朗r朝l末O正*治S清l澈w火V灭w灯u珠p理v白j目V眸W眼*知O矾U码u确k示s线x细J胶u
 艳v见*言s证s说s辨U达w远v道v里v镜t
昏o___ 倒s厥t君t庸s晕s暗r睡s迷p黄s黑u
易lij_ 事t于o位w县j发v名t地v如*学u得v感*手u拉*损*捷j溶s爆w用v碎v筋*经r行w货v趣s车j进*鑫j
昔qj__ 年s日n
昕sddd
昙q___
昞t___
星lgff 云p体t光q团r图t夜q子s宿p巴*座r星J月t期N河t火Q球q瑞j空r等r系P级q罗*象u越j辰s际r
映pkk_ 出t射s照r衬t
昢t___
春lccc 义r光t兰s分u天n娇s季o意t日u梅s游r生t秋m联t色t节n花s运t雨s风r
昧q___
昨r___ 儿r夜p天l日m晚o
昭sddd 君q帝t王u示s觉j雪t
是bj__ 不*从l否J因*夜s非o
昱_ddd
昴u___
昵t___
昶__m_
昼r___ 夜o
显lgj_ 出p得l微T性t明t然l现p眼s示K而*著m要t见r贵s赫p露p
晁vl__
晃nj__ 动p
晋rddd 东*中j京v代q冀*剧w北u升p南s国s城J察*封x州j朝v江J级r绥u西W见s阳t
晌r___ 午r
晏ukl_
晒n___ 太*
晓tcdd 得n明s谕t霞s
晔ul__
晕n___ 倒r厥u眩s
晖wddd
晗_ddd
晚kmm_ 上l会o唐t宴t年o报q期n清q生r辈o间r霞s餐r饭o
晞u___
晟uddd
晠u___
晢u___
晤t_m_
晦r___ 气r
晨qddd 光t报r曦t
晩r___
晫r___
普neg_ 京s利*及O圣*天J尔s希*拉*普*朗*林*查m格j法q选s通K遍L陀T鲁*
景ncdd 仰t况t区n县w山r德J气s泰t洪j炎x点m物q程j致q色p观N象o逸j阳*颇U
晰__m_
晴oddd 天r朗r空t雯q
晶pccc 体N晶s格t状*石q系s莹q闸*
晷u___
智mcdd 亭*利p力o取t商q己j慧n者s能P虑t谋s跑j
晾r___
暀s___
暂n___ 且p停p时M缓s行q
暄uddd
暅u___
暇q___
暍t___
暐u___
暑sm__ 假r期s
暒u___
暖lml_ 和q意t暖*气s流q阁r
暗mk__ 中n号s喜s器o地T处s影t想p暗m杀r河t流t淡r礁t示o笑s算q红T自p色t藏r语t道q
暟u___
暣u___
暧____ 昧s
暨q___ 南*
暮om_g 色r
暱p___
暲t___
暴pm__ 乱s利s力o动p发T君s富u徒r怒t戾s政s涨s虐s行q跌t躁r雨p露o风T
暹u___ 罗t
曘u___
曙qk__ 光q
曚s___
曜tlk_
曝t___ 光q
曞r___
曟s___
曠s___
曡s___
曢u___
曦wddd
曪s___
曰jjk_
曲mji_ 子q府u式v张x径W律x折n曲V柄v棍*水w江u池v沃x洋u流*牌s率s目r线O艺R解u调q谱t轴j酒r阜J阳U集w霉u靖J面r风x高*
 麻*
曳s___
更gkm_ 为m何*具r加k名n好m始u年*换o改q新l是l替q正t深q衣t迭q
曷u___
書u___
曹qjk_ 县j妃*娥*
曼tdcc 哈*德*牌j联r谷q
曾hig_ 孙t祖u经K都*
替lm__ 人t代o换p死*补q身s
最g___ 为m优*低M佳m先p初m后I大I好p小n少p差t底*强q快p惠*新M早l最s深p终k美r起*近l远s重r长o高J
月fgh_ 亮o份n余t儿t光o刊r初p华s台u均r夜t季r工*底p末t氏t湖r牙t球o租*经p色r薪p饼s
有ceh_ 为s事q些j产*人j伤r余p假s偿t关i利M别Q力m功q加r助T劳t双*变s史*名o喜t声s失q如o害o幸r序p形s待p心Q志S性t情r
 意O愧t成t所L才s把*损r效K救s数q方s无p时K望o期*机M权m步*毒p氧t没*源t点L理q生q用p的*益N着m神s福s种r空s线s缘r罪q
 色Q误r赖*趣n违r道*钱P限M鬼t
朋rki_ 党u友k
服okjg 从n侍o兵*刑s务J役n毒t气r用o色s药r装n输s饰p
朐u___
朔qddd 方t风t
朕mll_
朗rddc 新j朗s讯S诵j读t逸j
望jigf 去o望p见p远*风t
朝jegg 代p向s圣t夕s外s天*廷l拜s政p日t服r气t着o臣r见r觐s贡t里t野q阳S霞s鲜L
期k_k_ 内s刊q待o望N末r权t满r盼r货q间j限n
朠t___
朦____ 胧p
木kgfd 下w业r偶S僵w兰r凳w制R刻s匠q匣u叶w合w器t地*块v头P屋r屐u屑t工n已*床w排u料r星r本T杆u材M条t板P构s架u柄v柜x
 柱r柴t栅v栓w格x框w桌v桨u桩s桶t梯w梳v棉T棍q棒q棚x椅u楼x槌w模x浆v炭s然s片u版U牌q牛*瓜t盒q石v碗w笼w筏r管*箱s糖W
 纹x结*耳r船s荷w薯s讷u质Q贼w轮w锨w门t雕Q马t鱼s
未ijig 了r免o决t及q婚R定r尝q必m愈t成*曾o有q来k果s眠s知P经p能n遂s
末lhl_ 了r代t尾t年o日s期p梢t端p
本hgg_ 世*业s书o事n人l位s体R分r刊t区r原s县s名s周r国n土O地N场q子r家t届p岛t州r市n年t性o息t意q报l文p月n期q末t本t
 村s来k校q案t次m法s溪t版p田j病s相s省p着q科M章o级j纪r能p色r草t该r质n身l轮q部p金s钱r镇s队u领n题t
札pj__ 记t
术mji_ 后q语q
朱ohh_ 幼*批w梦*漆r砂q红p
朴rjlg 刀r实p素q达*
朵nll_
机k_i_ 上q主r会J体o关I制l务s动N器L场k型q头r密o巧t床p房s敏s智r构i枪o械K灵r炮s率t理q电o票p种s箱t组q缘r群s翼p能p
 舱r要t警s身p车q载q遇o长t队t
朽w___
杀ik__ 人n伤O光t入r出r头r害o戒u戮q手P掉q敌r机s死n毒r气r灭s生t菌s虫*
杂m___ 乱r事u交q剧q居t役s志M技r文s沓t物s环t种q粮s耍t草R记t货S质q费t食t
权khf_ 且t位s倾*利K力J势q变w奸u威N宜V属u当t术u杖v柄v益J能t臣s衡R证s谋t责j贵r重s门t限j
杆n___ 件t子q菌q
杈n___
杉pkjg 木p
杌u___
李nfh_ 子Q沧j
杏qil_ 仁s子t花t黄t
材olk_ 料k质s
村kheg 口s坊s外t头t姑t委*子o寨s干*庄o民o社t落q里N镇s长p
杓s___
杖nl__
杜sij_ 撰t比j绝p邦*鹃q
杞p___ 县r
束s_l_ 带j手T缚o腰w鹿j
杠s___ 子u杆q
条jk__ 令r件i例l子r文r条t款o理s目s石s码s约l纹r陈t
来egfg 不*世u临o之*京r信o函w到k劲u势R华q历P喜s回o复*头t安j客s宾j年t往o得P意s料*日S时p来*校x水*源L潮u犯t生u电J
 界*看l福s稿u者R自k讲o访O说j路S风t餐*龙*
杨mggg 堤j家*柳q浦j苗*
杩l___
杬r___
杭sll_ 城u州J汉p锦*
杯m_i_ 中t子q赛u酒s
杰tdcd 作q克T出n
杲yk__
杳u___
杵qj__
杽s___
松lfff 下s井*动j劲w口x土v嫩*子u山R岛w巴w开q弛q快x懈r手r散q日v本w松W林R果V柏s树p江R溪x滋R球v科x紧v绑v脂t脆x脱j
 节*花R茸w软q辽t针v香j鸡x鼠s
板lkh_ 凳r块o壁s子s岩t式t斧t栗p桥u状t门t
极jmi_ 为m乐t了n光s其n力o化r品s地r大l好p富q小q少O左r度p性s氪j点q目r石j端n致q限p
枃q___
构p_k_ 件p图r建p思q想q成k架s筑q造m
枇u___ 杷t
枈u___
枉p___ 然t
枋t___
枌s___
析o___ 出s
枒t___
枕om_g 上s头p
林kcbc 下u业O中p产U任w兆*内v副*区m县u口W地r场s子q学*家t带s木q果w海u立p肯j芝V荫t边v里t间t
枚m___
果lii_ 决t品r园q子q实o敢t断p树p汁r洛j然l皮t真p糖u肉t胶t蔬r酒u酱t
枝niig 叶r头t干t条r桠t江R节t
枟s___
枡t___
枢p___ 密*纽n
枣ql__ 子s树s核s阳R
枩t___
枪l_j_ 口r响r声q头t尖t弹q手s托s支r杀q杆t械r毙s法r炮r管r
枫vlj_
枬t___
枭p___
枯o___ 井u枝s树t死t水T燥r竭r草t荣t萎t
枰r___
枳u___
架k_l_ 上q不*势s子O式t构q桥q次s空s设q起q
枷q___ 锁s
枸____ 杞r
柄m___
柇t___
柉t___
柊s___
柏uhi_ 乡j斯w林o树r油U
某kkm_ 个n事u些k人q位s地s处t年t日t某q种m部r
柑q___ 橘q
染o___ 上r发Q坊s指t料o病t色Q
柔nddd 和q嘉s弱s性t情r然t美u软p道s韧u
柘um__
柚t___
柜p_i_ 台q子r
柞u___ 蚕t
柟p___
柠____ 檬S
柢t___
查mjj_ 出q办s勘J卷w哨x处p实t察u对x封s房x扣x找r抄t明q查t核w案w清s点t理r看n禁t究u缉w考t获s访u证t话*询o账w问r阅r
 验t
柩r___
柬pm__ 埔*
柯vddd 尔*桥j珞*米*达R迪*
柱nkgg 头q子o洞r状s石t
柳mhjf 城v家u州J工j条t枝s树r江u汽j河v编w
柴rm__ 刀v堆v房w扉v油Q火s禾p米*草s门u
柿rm__ 子s
栅r_m_ 栏s
标nlh_ 价s兵s准J出t尺t志L明r有u本p枪s榜s注s点s的r示t签j致t记p识q语N题q
栈s_l_ 道s
栉s___
栊u___
栋qkh_
栎q_l_
栏pll_ 杆p板s目q
树leff 上o丛r冠s叶q干p影t木o杈t林p枝p根s梢s皮q种o立n脂q荫t起t身t顶t龄s
栓s___ 塞t
栖pkl_ 息O身t
栗vk_g 子j栗*色v钙*
校mhi_ 内s勘s区o友t名l园m场t址t外q对t尉s庆t方s正r注t点t舍r订t长l门s验u
栥u___
栦q___
栧p___
栨q___
株o___ 洲t连t
栫q___
栬r___
栭s___
栲u___ 胶t
栵s___
样mkk_ 儿r品q子l式o本r机t板t样r车s
核lml_ 准r力*动*反*威*子t定s实q对s导*工*弹R心l战*扩*技*果s查q桃o武S潜*燃*爆*物*电Q算q素s聚*能r苷*裂*计*试R酸s
根lhgf 基q子s据I本J毛t治r源o状*由u系r茎s部s除t须t
格lefd 丁*力t外n子s尔*局n式p律s拉t斗r杀s林u格s萨*言s调r里t陵*鲁*
栽o___ 倒s培o植s种s
栾____ 城w
桀x___
桁t___ 架t梁s
桂sddd 东j冠s北x南w平J林J皮v系x花s西v阳j鱼r
桃njkf 园q子t李u树u根s源q红t花S
桅s___ 杆r
框q___ 架o框s
案m___ 件m例p卷r发u头t子p情p板t
桌o___ 上m前r子n旁s椅r边r面q
桐rddd 城t柏*油s
桑thif 兰*塔*干*拿j植j海v给*
桓thk_
桔w_m_ 梗t
桠t___
桡s___
桢_mh_
档n_l_ 期s案O次q
桤u___
桥kife 下q墩q头S孔t本s栏*梁n牌t身r面p
桦qlk_ 树u
桧ul__
桨p___
桩p___ 号j
桵u___
桶p___
梁rhgf 国x子*山p州v平j柱s海w溪j
梅rbbb 县u子q家*州J林q毒s花S雨j
梆t___ 子s
梍o___
梓uddd 树r
梕u___
梗p___ 阻s
梢oi__
梦lddd 乡u境r姑t幻r想o游t见q魇u鸽r
梧t___ 州t桐T
梨ojkf 园t花s
梩t___
梭pml_ 子t
梯pkk_ 子r度r形t田s级s队s
械p___
梳p_m_ 头s妆t子t洗s理r
梴t___
梵r___ 文r蒂*语s
梷u___
梺u___
梽u___
梾s___
检p___ 举q修s出t察M查L测n点t疫r索r视t讨q阅q验n
棂q___
棉nll_ 布r田t絮t纱q纺Q花l衣r袄r被s裤t
棋omk_ 子q局s手q盘n
棍o___ 子q棒q
棒m_l_ 子t槌t状t球t
棕qm__ 榈s色q黄*
棗t___
棘pl__ 手q
棚plm_ 子t里q
棝u___
棠r_i_
棣ml__
棤q___
棦t___
棩q___
棬t___
棭u___
森pdcc 严q工p林l然t
棰p___
棱okmg 形q角t镜t
棵o___
棶q___
棹t___
棺n___ 木r材n椁q
棿s___
椁q___
椂p___
椅o_k_ 子n背s
椈r___
椋q___
植pjjg 入s树Q株p根V棉u物K苗w被n
椎q___ 间*
椒okk_
椟s___
椤q___
椭t___ 圆Q球t
椰t___ 子r岛u枣u
椴t___
椹r___
椼t___
椽t___
椾q___
椿rlk_
楀p___
楁p___
楂q___
楃r___
楄r___
楅s___
楋r___
楔t___ 形t
楗s___
楙t___
楚pddd 国q墓v州u楚S河w王p辞s
楝r___
楞p___
楠rddd 木p竹r
楣u_l_
楦u___
楷tddd 书r模r
楸t___
楹qm__
楼kih_ 上o下p九*价t兰j前s台t头t市s式*房q板t梯P盘s道t阁r阳*顶r
概q___ 况n念l括n率P要t览n论p貌q述p
榄s___
榆rllg 林s树t
榈t___
榔u___
榕uddd 树t
榖u___
榘q___
榛r__g
榜n_i_ 文t样q眼p首s
榧t___
榨q___ 取s油r菜p
榫s___
榭r___
榴s___ 弹R
榷q___
榻p___
槃r___
槈s___
槊t___
槌q___
槎p___
槐vmj_ 树q花u
槑r___
槛r___
槝s___
槟____ 榔s
槦p___
槭s___
槲u___
槸l___
槻u___
槼u___
槽nlm_
槾s___
槿uddd
樀u___
樉u___
樊u___ 城S
樋u___
樗u___
樘t___
樟r___ 脑t
模olj_ 仿o具s块Q型m式l态t拟n板s样M特r糊o范N
横lji_ 亘r冲*卧s向q山t幅r扫q标s梁s沟r流t渡t滨t生t穿q竖r蛮t行q财u贯o跨q过t额s飞t
樯u___
樱uk__ 桃q花r
樵r___ 夫t
樷u___
樸t___
樹q___
樺p___
樻o___
樼q___
樽tm__
樾u___
樿r___
橀s___
橄____ 榄R
橇s___
橈r___
橐s___
橘s___ 子t
橙pmlg 色t
橛u___
橡u___ 树r皮s胶o
橱q___ 窗s
橹r___
檀tl__ 木t香U
檄r___ 文s
檐n___
檬s___
檯u___
檲q___
檸u___
檻u___
櫃u___
櫄t___
櫉r___
櫌u___
櫎u___
櫓u___
櫘q___
櫙r___
櫧r___
櫨t___
欍u___
欎o___
欏p___
欐p___
欑q___
欒q___
欓r___
欙q___
欠n___ 佳s债t款t缺r身r
次ik__ 之q于r子r年n序r数m日n生r第s级t要q长t
欢oddd 乐O呼P喜n娱s庆r度u心r快r悦t愉t欣t笑s聚u腾s迎l
欣uddd 喜Q悦v慰q旺*欣S然r羡v赏N逢w
欤s___
欧m_k_ 亚R元O共*几*化u委*安*式t拉j文t格v洲K盟n空*米*罗*美r蓝*里t阳R陆w
欲kmh_ 望o求t绝t
欺o___ 侮p凌r压r蒙t诈r负p辱u骗p
款n___ 子t式r待q款t项q
歆tddd
歇mkk_ 宿t息q歇r
歉q___ 意r收t疚t
歌mkj_ 儿t剧P功*厅t咏t唱Q喉t声p女u德s手r星t曲o舞P词q谣r颂q
歔r___
歙u___ 县u
止mlk_ 不*住q咳s境s步s痛R血q
正hdee 中N义m事s交s值p像s则t副q北u午q南q厅u反s史s向r在l大t好m如r宗p定t巧t常K式k弦s当m德q教s文n方S旦t是k月p桥o
 殿q比q气q派r版r理u电T直p着t确K离*经Q统p色r蓝*要n规P视q说p道s酣t门m阳*面n题t
此h___ 举o书q事m人m刻m前o后l地o处n外j役s情t战s文s时K案r次l法q物r理s生s病t种q等s类o行r言p话r起*间o项r
步lhk_ 伐o入p兵N军v出t子r履S度*态u战*枪o步R法s行P话*调U谈*辇*进u长v骤o
武lfed 丁s义v乡W人s会w侠*侯J关u冈w力o功k器K场w坛x城x士n备q大q夷U威j学r安u官p定w将p山w川U工*师t库u庙w当R戏v打u
 技w斗s断u昌J术P松o林m汉I清*略w穴W经w者w职r艺o行t装L警P都u阳w陟*陵P鸣*麻r
歧sll_ 视p
歪om__ 斜t曲r
歹t___ 人t徒s毒s
死hlg_ 不*亡M伤p光u党t刑n去o命s囚q因s地r守r寂u对*尸q心t战r敌t期s死S法t活q海t灰t神s罪r者o角s讯t里*难r鬼t
歼p___ 击T敌p灭p
殁t___
殃u___
殆u___ 尽r
殉q___ 国r葬r难t
殊pll_ 不*死q荣r
残nm__ 余p兵t存r害r局u废r忍q暴q杀s渣t片t留q疾P破r缺s部s酷n骸s
殑k___
殒u___
殓s___
殖q___ 民O
殡u___ 葬p
殢u___
殫t___
殳y___
殴s___ 打s
段i_m_ 位w子s家u落r誉*长w
殷tjj_ 代w切t勤q商s墟r天w红s
殿kig_ 下q内q后s堂r宇t试o
毁m___ 伤r坏r弃u掉r灭O
毂t___
毅tddd 力r然q
毊t___
毋v___ 宁q
母mgig 乳t亲k体r公*国v女q婴u子p性u本q权*树w校t株x液x爱s牛t狗w狼x猪u畜w系s线w羊x舰v语t豹x贝w马v鸡s鹿v
每h___ 个k亩t人n位r周o场r块r天k家r年j张t当n户s日n晚r月n期t桶t次m每q种r秒q股p逢o队u
毐u___
毒l___ 刺t剂s品p害s性o手p打t死r气r液s物p箭t素q药p虫r蛇p计s辣r酒t雾u
毓si__
比hhjd 不*丘u亚*价s作p例K值s分o划r利T及t喻q如L对t尔r拟q方r武o比T热s照s特t率p索t萨S试r赛j起p较i达r重n降s
毕mj__ 业K升r天u恭*比u生q竟l节j露w
毖u___
毗q___ 湿*连t邻q
毙p___ 伤t命r
毛ogif 主*利*刺j南w发r囊T坯j头u子v孔t孩*尖p巾q庆*手*料w条x毡u毯s滴*片w病j皮r竹s笔Q纱w纺T线t细U织W绒j色s茛u茸*
 虫u衣s边w里*钱s驴S骨*
毡p___ 帽t
毦s___
毫q_m_ 不N克p升q无M毛r米K
毯s___ 子s
氅u___
氆____ 氇t
氏meed 族o
氐q___
民kdcd 主K乐t事n众n俗P兵o初t办P和t国n夫t女t宅u居s工p建q心q情s意q房t政M族I权r歌q法q生q用n盟q航p营p警q谣t进T选s
 间L院*革t风t
氓__l_
气ii__ 体m候K儿t力q功r动r势o化s压q味o呼*喘S囊q团s孔r度r态t急t息n恼r愤p数t旋r概p死r氛m泡r派p流p温m滞t焰s球r瓶s
 田t相t短s管r绝s色s节r虚s血q话t象N质p运t道t量t闷s韵t馁s魄r
氖p___
氘t___
氙u___
氚u___
氛t___ 围p
氟p___ 化*
氡t___
氢o___ 化t原*弹s气r
氣o___
氤____ 氲u
氥u___
氦q___
氧n___ 化O吧r气p
氨m___ 化r基Q水u
氩s___
氪t___
氫q___
氬p___
氭q___
氮p___ 气t肥t
氯p___ 仿t化S气s
氰u___
氱r___
氲s___
氳r___
水iffe 上P下o东v中m乡q乳*云u井r产M仙s价t份v位p体q俣*关v兵r军q准P分o利N到*剂w力N务t势s化v区v印j厂u压T口v合U吧w
 圈t土P地t坑x坝t坡*垢w城s域o基x塔v塘s墨S声r壶j天*头u害w寨t层t工t师r帘V带w幕x平J库o底p彩W性Q怪w患u情v战u房w手q
 文P族Q旱T星s景x晶O曲*杉u来*杨*杯w松x果N枪j柜x柱t样u桶s榭u槽v橇w母s气s池r污*汪*汽s沟t河v泄*泉x泊V法u泡j波t泥N
 泵j泼*洗t洞q洼v流O浇*浒S浴t浸u涨*淋*深N淹j渍j渠u温j源P溶*滴s漂u潭s火S灵v灾s烟W牛s牢x獭t珠s球u瓢x瓶w生P田r电P
 疗v疱u痘w盆u磨u神v禽u稻o竹w管j箱j粉W系n线u经*缸s罐w网s翼W肿r能p色u花s草r落*葫*蒸*藻w蚤v蛇U蛭u蜜*螅t街v袖v解q
 警*语x调*谷v貂v货t质n费j资*路j车u轮U边r运n迹x道q酒x量p银r镜w门T闸u阁v陆o雷q雾u面m饺u鸟t鹿x龙T
氶t___
永nbdd 不p世t久S乐m兴u别t和q嘉s固q宁t安j定*平s康s恒q新r昌t生t福r红s诚j辉j达j远l
氽r___
氾r___
汀q__f
汁o_jg 液t
求kji_ 亲t人t偶t助o医t和r婚s学r实t得p情q援r救r教s新u治t生r知o索u职N见q解q证t饶r
汇olk_ 价s兑r入q合P市t总s成r报n文s款t流t演t率o票p编r聚r集o
汉keff 中o丹*书q人n代o兰*化t南*口N唐r城q堡q墓r奸n子m字o学S室t密*川P文P斯t施*族n景*朝r末t武*水p江N王r白*简t英r
 语N诺*阳O高*魏s
汊q___
汐_ddd
汕t___ 头r
汗llh_ 巾u毛t水p珠r腺t
汛t__g 期q
汜tk__
汝sg__ 南s州t
汞o___ 柱t
江oefe 东q中p主*北J华v南L原*口s城q堤v夏J天u孜v宁j安u家*山o岸J州r左v干j底r心S户s景j村w桥w段q水o汉J汽j河P油J洋*
 津j流q浙q海r涛s淮J渭*湖M湾v猪r畔v苏M蓠x西M豚p轮w边r道r都J铃j门J防*阴J陵L青o面o龙w
池sddc 塘p子t州j底x水t河o沼v边v际*
污q___ 垢t染M水q泥s浊t秽s辱t
汤ljhe 剂v加r包x匙u团v姆*杯R浅j碗x臣j药t锅x阴j面v
汩____ 汩t
汪rl_g 洋r清j
汰u___
汲wl__ 取q
汴qk__ 京s州t梁s河t
汵q___
汶t_l_ 川r
汹____ 汹t涌q
汻s___
汽s___ 化t水o油Q笛t车J轮*配p
汾s___ 河t酒t阳u
沁qddd 源S
沂s_m_
沃wji_ 尔*达*
沅qlk_ 江t
沈rjl_ 丘v城u度x思r阳N雯x
沉mml_ 井q入s吟n寂r思p沉R没r沦t浮t浸q淀p湎t溺t甸*痛r着p睡r积O稳r船r迷s郁t醉s重m闷r降r静q香q默m
沏s___ 茶t
沐oddd 浴q
沓r___
沔r___ 阳o
沙qhhg 丘p俄q僧p包q化t区v县v发J口r咀r哑s土r地s场r坑u坡*坪*堤v子j家*尘j山u州v市J恭*拉j拐*捞*文*暴t果x枣w棘v沙s
 沱v河q洋*洲r海v湖p湾j滩o漠M特R田*皇p皮j盘u眼v砾u粒u船w袋v角w质u里u金w锅v门t陀t鱼r鲁*鸡v龙s
沛sddd 县t
沟mii_ 壑t渠q谷s通m里s
没g___ 事P什*入s关*准s出*命s奈*完*底r想*意*收o有f来*法O用q空t脸s良*落r趣s错t
沣s_l_
沤t___
沥t___ 青r
沦s___ 丧s为p亡s落s陷Q
沧s___ 州r桑r海q
沪mkk_ 市s
沫r___
沮r___ 丧p
沱t___
河jhee 东q内r势r北M南L口n堤r头r套r子r山u岸q川s床o段p水o沟q流l渠t港s湖q湾q源r滩r漫*畔q网q蟹p西Q谷o豚t边p道n里q
 间r面s鱼r
沸rl__ 水t点q石t腾q
油l_l_ 井t价q光t区t墨t工s布t库t料o条t松u桐q棕t榨r气Q水s温j漆p灯r炸s田p画p盐u砂r箱s纸u脂p腻s船t茶q菜R轮s锅s门t
 页*饰r
治kgg_ 军s国p学s安n平u愈q所o本t权p水r法s理m疗k病p罪s
沼r___ 气t泽O
沽q___
沾o___ 染s满s
沿mkm_ 岸n江p河q海l用n着n线p街t袭q路s边u途p革n
泄om__ 密t气s洪t漏q露p
泉ndcc 州Q水p
泊oll_ 位o
泌s___ 乳s尿s
泓tddd
法igfg 人P令o儿s兰*典p则p制N勒S医u名r商s国J场u子o学O官o定n宝r家s币t师r度r庭n律I意t拉T政r文s新*术t权s案p治p王o
 理T统u老s西*规j语p轮*郎r门r院m雷*
泗rll_ 水t
泚t___
泛ol__ 光*指r泛s滥p称t美t起s
泠u___
泡mmk_ 沫p泡t茶t
波ldcc 兰n利t动o及r士*导t尔*幅t形s恩r折s拿*斯N旁t束t段q波*浪q涛r澜s纹u罗Q茨*长p音q黑s
泣q___
泥lkl_ 人t土p塑s巴t水t沙p泞r浆s潭t灰*炭s盆*石*鳅q
泦s___
注mlh_ 入n册n定p射P意J文t明q水s目r视o解r释p重m销t
泪n___ 光t水n汪*珠r痕s眼s花r
泯tm__
泰nccd 利*勒r和t国n安t山S州r康j来q语s达s
泳s___ 装t
泵q___
泸____ 州s
泻p___
泼om__ 妇t皮t辣s
泽tcdc
泾r___
洁qddd 净r白q
洄r___ 游s
洋nddd 人p务R底s房t枪r楼s流s溢r芋o葱t行q货s面t鬼*
洌s___
洒o___ 脱s
洓s___
洖r___
洗m_l_ 净r刷s劫r头t手R洗t浴t涤R漱t澡q牌u礼q胃t脸r衣R钱s
洙__k_
洛oeff 伦*克T劳*宁u川t杉*林t桑q水u阳M
洜t___
洞kihf 口p察T庭Q开r悉t房s穴p窟r门s
洟q___
津nddd 南r巴*浦s液t贴p
洩t___
洪rfhg 亮r大u山J峰s崖*州v朝v武p水J江j河w泛x流q涝q湖J灾u熙u积u荒u都S门w
洮t___
洰s___
洱____ 海t
洲mddd 际s
洳u___
洵__l_
洸u___
洹s___
洺p___
活k_k_ 人p体t佛q像t儿q力o动H劳*化s命s埋s塞p性P捉q死*泼p活q火*生*着n血t计t该s跃n路t
洼s_l_ 地p
洽sl__ 谈S
派ijf_ 兵p出N别q员s头s对s息t生r系r遣n驻r
洿r___
流jli_ 下p云u亡p产r传n体O入o出p利r动M变t向q域m失p寇s形t感s放q散t星q毒t民r氓p水P沙r泪p派o浪R涕u淌r畅q程p线*经o
 芳P落r血o行M言q贼p转s连t通L逝s速q量n露p
浃r___
浅mll_ 层q显u水q浅*海r滩s色r薄s黄*
浆o___ 果s
浇p___ 水t注r灌t
浉s___
浊q___
测n___ 出s字t定n控u算r绘q评r试m距R量M验q
济nghf 世u南N宁t州r贫t
浏u___ 览N阳t
浐r___
浑olm_ 厚p圆t河t浊r身n
浓nm__ 厚n密s度o浓*烈r烟r眉t缩p茶t郁o重r雾s
浔t___
浗r___
浘t___
浙pkm_ 东q江M西s
浚rll_
浜k___
浞t___
浠ll__ 水P
浡u___
浣m___
浦qddd 东J发*口T江v西w
浩sddd 劫r大s浩*瀚t荡t
浪okl_ 卡*子s涛t漫P潮q花s荡u费o
浮njk_ 云s冰t出r力s动q华t夸S式s标t桥r沉t游r点t现r肿q躁r雕o
浴q_kg 场s室s血s
海jbcc 上m丰v事s产Q信R关O兽u内S军K况v利w北u区q南O印t原W参q口Q员s味v商*啸r图t地r城T域n基T堤v塘u外M大s天v子s宁j
 安j客t富x尔R山u岛q岭s岸N峡n州U市W布T带s平*床v底n得*战q报r拉*拔l损u斯u明*星u景u枯*柳w棠S民v气s水n沙t沟r沧j河R
 法w波v洋S派u流s浪r涂v涌w涛s涵v淀T港q湾O滨p滩q潮s燕s牙s牛u狗w狮t狸w狼u獭v珍*瑞q生t疆u盆r盐J盗Q相U石*碗v神s禁t
 空T纳w绵S缆u胆t航t船s草w葵u藻n虹w蚀t蛇t蜇u螺t西u角t誓*豚j象t豹j贝w路t轮s边p运Q选u通v道u部u里o量u门j阔*防q陆R
 陵V难t面o鞘v顿u风s马j鱼u鲜s鸟u鸥j鹞v鹰s龙t龟s
浸p___ 入s染s泡q润r湿t透r
浼o___
涂n_m_ 刷w层u布x抹r改u料p漆w炭v片u脂*装v饰w鸦v
涅pjig
消nm__ 亡r停s减u化N失m息j散r旋t极o毒p沉s灭m炎s瘦r磨s耗n肿s融s解s费L退r逝s遣r长t防r除m
涉o___ 及L外r嫌r案t水s猎t足q
涌m___ 入r出q动r泉t现n起s进t
涎s___
涑s___
涓j___
涔m___
涕t___
涖t___
涗q___
涘p___
涙r___
涚r___
涛tdcc
涜s___
涝s___
涞r___
涟q___
涠u___
涡r___ 扇u流t轮p
涢r___
涣s___ 散s
涤sk__ 纶t
润nhi_ 东j州t泽u滑S
涧qlk_
涨n_m_ 价r停p势t幅o潮t落t
涩qm__
涪t___ 陵s
涫t___
涮s___
涯s_m_
液n_m_ 体n化r压q态r晶q滴s相t面t
涳s___
涵qccc 义s养s盖p
涸t___
涿s___ 州s
淀s___ 粉q
淄u___ 博S
淅u___
淇qddd
淋q___ 巴R浴t漓r
淌q___
淑nh__ 女s
淖q_m_
淘q___ 气s汰o金t
淙s___ 淙q
淝s___
淞rj__
淠u___
淡nj__ 化r季s忘t水O泊t淡P漠s然s红t蓝t薄t雅t黄s
淤q___ 塞t泥q积p
淦tml_
淨s___
淫p___ 乱u妇s秽t贼t
淬s___ 火t
淮nilg 北s南O安r扬u河p海S阳t阴s
淯u___
深jii_ 信r入l切q刻m化n厚o受n呼*圳M处m夜p奥s层Q山p度n思r恐t情q意s感p水Q沉q沟t浅s海q涧t深n渊q湛s知p秋s究t色t蓝J
 藏r表t谈u谷q达s远o造r邃r部t重r长t陷r
淳qik_ 朴s
混m_k_ 乱n交*入r凝*合M同t响u帐s成t战p杂q沌r浊s淆q用t蛋r血t账s进s迹t
淹r___ 死r没p
添nml_ 乱t加N置s
淼wddd
清iccc 一*丽s乡t亮q人r代l偿s兵n军n冷s净r凉Q初q华O单q史r官s宫o帝*幽r廉t廷p律*心t扫s扬s政*新p早r明Q晨o晰N朗u朝n
 末o查r楚k正t水o江o河s泉s洁o洗q流s淡s清*溪t澈p炖p点s热r爽s理o白r真S秀r算q脆q茶u蒸p议t贫t迈t退t道u醒n闲t除o雅t
 静q风o香r高s
済u___
渊qddd 博s源p
渌s___
渍s___
渎r___ 职t
渐lkk_ 变t次r渐l近r进s
渔okl_ 业n人r场p村s民p港s猎s网q船r
渖u___
渗q_m_ 入q出q水r流t透O
渚qmm_
渝oddd
渠olhg 道n
渡nkh_ 口q江p河q海s船t过p
渣q_m_
渤r___ 海J
渥r___ 太*
温qhh_ 习u升j厚t县u和n婉u存s室r家u岭j州Q差j带o床u度J庭t得*情S控j显j暖n柔o标v格t水r江j泉p润t湿u热r燥w病t言u软u
 都*顺s饱r馨j
渭r___ 南t水s河r
港lmi_ 人s元r务u区r口m埠s币s湾q澳P
渲s___ 染q
渴p___ 望o求s
渶r___
游kli_ 丝s乐S人P伴w兴x击Q刃*动r历r园u士w子q学u客L山*廊u息v憩v戏M手*斗v方v民v水u泳O湖w牧P猎u玩q离q移V程w者w船s
 艇r艺s荡q行l街r览O记q说s资u走s轮t逛w遍v魂w鱼u
渺t___ 小s茫r
湀s___
湁n___
湃u___
湄____ 公*
湅p___
湇t___
湍r___ 急r流r
湎t___
湓u___
湖jifg 上r东t中q北H区q南L口s岸s州r广n底s心t景j水o沼s泊m滨s畔r盆s西p边q里s面p
湗q___
湘lhi_ 乡u云q军r北r南s桂t江s潭s莲t西q财t赣r鄂p
湛ukl_ 江S蓝j
湜s___
湟t___ 水t
湡q___
湪n___
湫t___
湭u___
湮t___ 没s
湰r___
湴o___
湵r___
湶u___
湾nmg_
湿n___ 地o婆s度q气u润n淋*漉*热r疹u透s
満r___
溂q___
溃p___ 散s烂t疡q败r退t逃t
溅p___
溆u___
溉u___
溍u___
溏u___
源lhgg 于o代*地t头q泉q流s源T自r
溜n___ 走s达t
溢r___ 价t出s
溥yll_ 仪q
溪nddc 口t水r流r边s
溯qm__ 源u
溲u___
溴q___
溶o_l_ 于p剂o化t洞r液n蚀t血t解P质s
溺r___ 水t爱t
溿t___
滀p___
滁____ 州j
滂t___
滃o___
滄o___
滅q___
滆p___
滇p_m_ 池s西t
滈r___
滋pkl_ 养s味o润p生q补S长s阴t
滐s___
滑m___ 入v冰r动S县j向v坡r塌x头t板u梯w步w水w润w溜S移j稽Q竿v翔S脱v腻u膛u落s行S跑t车v轨j轮u道v门j降w雪R
滔um__ 滔r
滕wkk_ 州j
滚mm__ 动q开s滚p烫s落s蛋t轮t雪*
滞q___ 后r留r
满jhhg 不*仓w减j分j口r含u员v嘴s园V地q场v城J天s头Q山W布u座u心q怀P意J打*文r族n月s朝w期w格j桩j汉S洲N清p满R电j目T
 眼s脸n腔Q腹R街s语v足L身q载J铁w门s面Q额u
滢_ddd
滤r___ 波U
滥q___ 用p
滦tm__ 河t
滨olk_ 海q
滩nki_ 地t头t涂s
滴n___ 定r水s溜*滴j
滹____ 沱*
漁t___
漂q_m_ 亮n泊s流r浮q白u移r
漆o___ 器r巨*树q黑p
漏o___ 掉t斗r水t洞p税t网u
漓s___ 江s
演mkk_ 义t习l出l剧u化o变n员m唱P奏O戏r示q算s练o绎q艺t讲p说p进s
漕q___ 粮t运p
漠q___ 北r然s视s
漩p___ 涡r
漪__l_
漫olk_ 天r步q游q漫s画q长o
漯____ 河t
漱sm__ 口s
漳r___ 州r
漾s___
潃p___
潇tddd 洒p湘p
潈u___
潍u___ 坊s柴j
潕r___
潖u___
潗t___
潘tkk_
潚u___
潜njjg 伏Q入q力o在p心q意*望*水P江O流t能r艇m藏t质t逃t
潞sm__
潟s___
潢t___
潤u___
潥t___
潦t___ 草t
潧t___
潪u___
潭okk_
潮njjg 剧s州s差t水q汐q汕t流o湿p红t间*
潯s___
潰q___
潵o___
潹r___
潺____ 潺t
潻r___
潼____ 关p
澂u___
澄pii_ 清q
澈umm_
澍_kl_
澎u___ 湃s湖s
澜qddc 沧*
澡r___
澧p___ 水t
澳p_m_ 元t大*柯*洲r门n
澶m___
澹p___
激om__ 光N动m励o化q发O增s怒q情o愤t战p昂p活r流p烈m素n荡q起o越s进r
濂n_l_
濄t___
濅r___
濆q___
濇q___
濈r___
濉s___
濊r___
濋s___
濒q___ 临q于s危t海t
濓r___
濙t___
濛t___
濞r___
濠rm__
濡p___
濬u___
濮p___ 哥w阳j
濯u___
濺s___
瀃r___
瀑s___ 布o
瀚tmm_
瀛nlk_
瀬t___
瀰u___
瀵p___
瀹n___
灄u___
灉t___
灌njk_ 丛r区s木P水t注t浆t溉o肠u输r
灏mddd
灙r___
灞o___
火kij_ 候q光o力O势s化t器p圈t坑t堆q塘t头s山N急u成*把o控q攻s星p枪r柴q气r海s灾p炉s炬P炮n烧o热q焰O爆q球s电*盆s石s
 神t种s箭N红s线s腿S花q苗s药P葬s车N辣*速q铳t锅q鸡t龙r
灭l_i_ 亡o口t火r绝o菌r
灯mmj_ 会u光n具t塔r市*影t泡s火p盏t笼o
灰m_k_ 土t尘q岩s心s暗s烬s白R色o褐*陶r黑*鼠t
灵qfhg 位s便s光t动r台s堂r宝t山s巧r性s感q敏Q机*柩p气r活N猫t芝s药s通t长*隐*验s魂m
灶om__ 台q
灸q_m_
灼pll_ 灼t热s
灾o___ 区p害o情s民q祸r荒s难O
灿sddd 坤s烂o
炀____ 帝s
炅_l__
炆s___
炉n_k_ 头t子q火q
炊r___ 事*烟s
炎pddd 帝p炎t热p症p
炒l_m_ 作q制r米p股t菜p锅r面q
炔t___
炕n___ 头s桌t沿t
炖r___
炙r___
炜yddd
炝t___
炤u___
炪u___
炫sl__ 耀q
炬rm__
炭q___ 火q疽t
炮l_j_ 仗t兵O击q制s口s台q响s塔p声o弹n手s楼t火q舰u轰q
炯p__g 炯t
炰r___
炲q___
炳rgi_
炴r___
炵r___
炶s___
炷s___
炸n___ 弹o掉t死t毁q药P雷t
点iii_ 中r亮m位u儿p军*击q卯s名s头l子q将t心q拨s播u滴o火R灯t点Q燃o球s着p破t穴r缀p评p钟j阵t
為t___
炼om__ 丹q制q油Q焦t钢r铁s
炽r_m_ 烈t热s
烁t___
烂nk__ 摊*泥t熟t
烃r___
烇t___
烈nih_ 士p性t日s火q焰s酒u
烊t___
烘o___ 干t托s烤q
烙q___ 印s饼t
烛p___ 光q台r火r
烟lki_ 丝t云t台p叶r囱r头s尘s幕T斗s气t火q灰t瘾t盒t管t花s草p袋s道s酒t雨s雾p
烤l___ 火t烟s肉t鱼r鸡r鸭u
烦om__ 乱t恼o躁q闷s
烧l___ 伤r光t制q成r掉s杀r杯s死r毁p水t火s炭u烤o焦t瓶s着s纸t结t造s酒s饭t饼p香r
烨_ddd
烩o___
烫o___ 伤t手u
热jkl_ 乎T传*切r力S呼*处*学t带M度t心p忱q恋t情m效*气q水P河s泪P流t浪t源s潮q火r点o烈n烘*爱o病t线p能r腾*茶t血Q衷R
 诚t身T车j辐*辣*那*量o销u门p闹n
烯s_l_ 烃t
烷rm__ 基s烃t
烹r___ 制p调p饪q
烻s___
烽t___ 火s
焉olj_ 耆r
焊s___ 接r
焐t___
焓t___
焕rii_ 发s然*
焖o___
焘x_l_
焙r___
焚p___ 化s毁q烧q香r
焣u___
焦n___ 作J化v土u墨x头*山W帮*急o易x油v渴v灼s炉w炭s点o煤v糖u耳r虑P距u躁q黄q黑v
焯t_m_
焰r___ 火u
焱uddd
然lcbb 则s后i而k
煅u___
煇s___
煊uddd
煌pmk_
煎m___ 熬r
煚s___
煜sddd
煞p___ 气u白s
煡q___
煤m___ 层s山t气r油s炭n田r电s矿o
煦ylmg
照lkh_ 亮r会s例p办s壁t实t射p常r应r搬s料p旧r明P样p片m理t相Q看r管s耀p镜*面t顾m
煨o___
煩s___
煮ml__ 沸s饭t
煲s___
煳s___
煶q___
煽r___ 动q惑u
熄q___ 灭q
熊rmjg 市u掌q本x熊r猫j
熏p___ 陶r
熔qm__ 化s岩q点p炼t融s铸q
熙okk_ 宁s
熜q___
熟l___ 习s人p悉m睡s知q练p识s读t谙u食t
熠_ddd 熠q
熨t___
熬o_m_ 夜s煎t
熲t___
熴u___
熵r___
熶p___
熷o___
熸o___
熹t_l_
熺q___
熻q___
熼q___
燂r___
燃p___ 料o气r油r烧N起r
燎t___ 原t
燕rddd 下*京N园u国s子q山P窝j莎x郊t都s雀w顺u麦s
燠__m_
燥q___ 热t
燧s___
燫t___
燮_jj_
爆n___ 出t发l满t炸N破q竹s米*裂t
爨u___
爪o___ 哇R子s牙t
爬l___ 升t坡*山s行q
爰s___
爱jfi_ 丁*丽*人s因*国S多t女t好O妻u妾t子s将t尔*庇*德*心p怜s恋t情m惜r慕s憎t戴r抚t护q民s琴*看t立*美s迪*
爲t___
爵piig 位r士r
父mjhg 亲j兄s女r子n权u母L王s系r老r辈s
爷mld_ 们s儿*爷n
爸n___ 爸m
爹m_k_ 妈s娘q爹m
爻t___
爽tmm_ 利u口q快q朗s
爿s___
片klm_ 中t刻M名r子r断r段s片t状s长s面P麻*
版l___ 图p本l权q画r面s
牌m_l_ 位q坊o子p楼p照j
牍t___
牒r___
牖u___
牙m_j_ 买*关s刷t口r缝t膏q齿o龈s
牛kii_ 仔*头t奶o家v尾w市r年w心x排u棚t气j油u津S犊T皮R磺*筋q粪u羊*肉O股u脾*腿x虻v蛙u街j角T车q轭*逼j郎*顿p首*马q
 鬼*
牟v___ 利s取T财w
牠u___
牡pl__ 丹Q蛎t
牢omlg 固p房q牢o狱t记r靠t骚r
牦____ 牛r
牧oddd 业p人s养w区q地t场q师r歌u民q牛u畜w童t羊s草r野v首w马u
物klj_ 业r事q产p件q价O体n力q化r品n性u料s权s流p理M种p美t色s证t语t象t质k资m
牬u___
牯t___ 牛t
牱q___
牲s___ 口p畜p
牴t___
牵n_k_ 制p动r头r引P扯p挂r涉r牛t连q
牸u___
特kddc 为t产m价t使r例u克*写t别I制r务o区o命s困r地p大Q委Q定n工s异R征l性n意o技r拉T指u效t斯*有N权o来*此r殊K洛*派R
 点k种N科u等S约q级p色k许r设t质r赦q邀s里s长P高s鲁*
牺____ 牲M
犀sm__ 利s牛s
犁p_mg 头q
犄____ 角t
犊s___
犍t___
犒t___ 劳u赏u
犟t___
犬p_k_ 齿t
犮u___
犯l___ 上t下s不*人n愁t法s病u罪M规p错t
犱p___
犲o___
犳o___
犵q___
状kki_ 元o况l子t态k物t
犹nmm_ 太Q如n存t疑t豫o
犺q___
犻s___
狁u___
狂n___ 人t呼t喜s奔q妄r怒s暴t欢R潮t热q笑t言t风q飙t
狄qik_
狅s___
狈t___
狍t___
狎t___
狐tm__ 狸Q疑s
狖t___
狗lki_ 头t官t屁s日s熊t肉s贼s
狙____ 击R
狞____ 笑t
狠n___ 劲u命t心r抓r毒r狠o
狡s___ 狯t猾q诈s黠t
狩t___ 猎p
独mlk_ 一*个*具P创S到r占r唱s处t奏s孤s家q尊r居T岛t揽t断t有q木*树*特l生t眼*立J联*自o行t裁P资r身t门t霸t
狭p___ 义q小q窄o长Q隘r
狮pkl_ 子O跑j
狰____ 狞r
狱o___ 中q卒s吏t
狲s___
狸t_m_ 子t
狻r___
狼mkl_ 牙*狈p狗t群r
猇r___
猎pl__ 人q取t头r户s手u枪s物q犬s狗t豹t鹰s
猓r___
猕____ 猴S
猖____ 狂s獗q
猗ul__
猛m_k_ 兽r冲t击s地o增s将s扑r打t攻q烈o然O禽r虎r
猜m_l_ 中t忌s想p测o猜t疑r
猝____ 死u然t
猢____ 狲t
猥u___
猩t___ 猩s
猪mll_ 八*头t油t肉p肝u
猫nkm_ 儿t头*腻t
猬s___
献lgi_ 上s出r媚t帝q礼S祭s策p给q血s身q
猱t___
猴nl_g 儿r头Q子p王r
猷__k_
猿p___ 人t猴s
獊u___
獐s___ 子u
獒u___
獗t___
獠t___ 牙t
獬t___
獭s___
獯u___
獾p___
玄ogig 奘r妙t学r岳*想t机s武R虚t铁*
率khj_ 众r先o领l
玉pbcd 兰s器p女R山r帝r带r林s柴j树j泉T溪t玑*玺t田*皇*真*石n簪t米N虚*蜂*镯t门T雕t音p龙s
王mdcd 位p冠t后r国m妃r子p室o宫q家o导t屋v府O朝l权r法t牌R砾u者r道r顶*
玎t___
玑u___
玖t_k_
玘u___
玛thhf 丽S利*吉*瑙r纳*莎*雅S
玠s___
玥_ddd
玩lm__ 偶t儿r具p命t家r弄r意R法t物t玩r笑p耍r艺*
玫ql__ 瑰P
玮ukl_
环lji_ 保O卫t境I山t岛q形r抱r流q状r球p礁t线s绕o节n视t路t顾r
现kll_ 世r今o代K任p出p名s在h场l存n实L已o年s役o成q时r有m状o行n象K货t身r金o钱u阶*
玲wdcd 珑j
玳____ 瑁t
玷____ 污t
玹q___
玺rlk_
玻q_m_ 利*尔s璃N
珀w__g 斯t
珂sddd
珅r___
珈r_m_
珊nddd 瑚P
珍ocbc 品o奇t宝q异t惜p爱s珠O稀o藏r视t贵n重t
珏_m__
珐u___ 琅t
珑s___
珒u___
珗s___
珙____ 桐t
珛s___
珞n___ 狮p珈r
珟r___
珠mig_ 三*子r宝p峰s帘t母u江O海q玉t
珧_m__
珩r_k_
珪q___
班ljhg 上r主U会v列x加*头u子p师s干*底w房v机s次j玛j禅t级r组u车j轮t里s长p门*
珮u___
珯t___
珰p___
珲t___
珶u___
球lmi_ 体s员n场p形q星r状s茎t菌t蛋*衣t迷o门r队m面s鞋u
琅q___
理khg_ 事Q亏u会n化s发T学p工P应p当t念o性n想J所*智o查*气t清u由m疗t直*睬q科q解l论I财p赔j顺s
琇u___
琉r___ 球u璃Q
琊u___
琎u___
琏si__
琐r___ 事t碎s
琚u___
琛p_j_
琢rlm_ 磨o
琤u___
琥____ 珀r
琦xddd
琪tddd
琮u_l_
琰__m_
琳tddd 娜s
琴nkgf 台p声r弦s谱t
琵t___ 琶p
琶u___
琼qki_ 崖t斯r
瑁r___
瑕o___
瑗s___
瑙s___
瑛qkj_
瑜rddd 伽r
瑞pcdd 典n士n浦*金s
瑟qikg 瑟s
瑧r___
瑰o_l_ 丽t宝t
瑶qddd 族p
瑷s___
瑾wccc
璀t___ 璨s
璁om__
璇mccc
璈u___
璋pkj_
璐uddd
璘q___
璜y_k_
璞vlk_
璟t___
璧n_m_
璭u___
環r___
璺p___
瓑s___
瓒v_l_
瓖u___
瓙o___
瓜ojj_ 分p子q果r葛s
瓟u___
瓠u___
瓢r___ 虫t
瓣q___ 膜t
瓤t___
瓦qfgf 块s尔*屋p工r当t德*房t斯s片s特s砾t罐q罗*良*解p
瓧s___
瓮p___ 城t
瓯t___
瓶n_k_ 塞t子q颈q
瓷pll_ 器p瓶s
瓿t___
甄x___ 别t选w
甆t___
甑s___
甘sjk_ 丹*之*于t休s南u地s孜j宁u州t当v心P愿r拜*暴*油S泉o洛j美v肃N苦u草s蔗P薯r露s
甙t___
甚j_i_ 为p么j广s微u或t至J
甜nll_ 味S头t美s菜r蜜q酒p食t
生ifce 丝u事t于l产H人r光t养t出o分t前o力*动o化q发t命K地t境t姜s子s存M就s平o态L怕o性q息p意N成m擒s效n日o机q来r根s
 死N殖O母q气m活H涯n源p漆t火s灵s父q物K猪p理N生*疏s疼t病q硬s育o计q谢*辉u辰s还s铁r锈t长K
甠u___
甥t___
用fgi_ 不*于k人n以n作n做t光t兵q具r到q力n功q友t品o地q场t处s尽s工s布r心o意p户k料t材S来m水p油q法r电R笔s纸t膳t药p
 血r词t语r车t途n量r钱s餐s
甩o___ 开r手t掉s
甫pkh_
甬u___ 道r钟s
甭p___ 管t
甯p___
田kffe 七u产s亩s制w单w园q土w地p头v家s径Q租t纳*边v里s野q间Q鼠u
由fjm_ 下*不*于h始*小*是s来R此L浅*表*衷r近*
甲lihf 午S基r壳s子t板p烷r状*等t级r胄t苯t虫t酸u醇s醚r醛r骨S鱼p
申pji_ 不*冤w办s报j斥t明s能t花P论v诉j说u请J购t辩s述s遗x银v领x龙j
电j_m_ 介*令s价s传t位s信N光s击t力m动R势t化*厂r压o台o器o场q子K学s容S工q弧s影L报p文u机p极q梯p气P池P波r泳u流o源p
 灯R热t瓶j磁P离R站r线S缆q网r能q脑m荷q视L解R讯r话K费s路P车s量t阻Q饭*
男kmi_ 人k仆u儿r单s友r双t士r女q子M孩O性m排s方r朋*生q篮s装t队t
甸q__g
町w___
画kmk_ 作u像n册r卷s坛u室t家n展r师u廊r报s法s派r画s眉t院s集s面o风s
甾t___
畅p_l_ 快r游r行s谈t达r通q销O饮t
界kmk_ 内t定r岭p河s线q限o面q
畏pmk_ 怯r惧p缩t
畔o___
畖u___
留khjg 下L任t住r出r在m存s学O守q待r心p念s恋r情r意p有q校s神q给p言s驻t
畚u___
畜p___ 产*牧P牲t生q禽q
畠t___
略lmh_ 为t作u带r微r有p略s
畦t___
畨s___
番m___ 号s禺t茄s
畫s___
畬s___
畲r___ 族q
畴s_mg
畸t___ 变t形p
畹s___
畻s___
畼r___
畾s___
畿s_m_ 辅s
疃t_m_
疄r___
疆q_k_ 土s场u域q界s
疋u___
疍u___
疏n_kg 于t勒s密u导s忽q散r松q浚s漏s远r通r
疑o_l_ 团s心p忌s惑o惧t点t虑q问o难p
疔u___
疗q___ 伤s养S效p法p程s
疙____ 瘩p
疚u___
疝u___
疟u___ 原*疾s
疣s___
疤r___ 痕s
疫s___ 情r苗q
疮q___
疯nk__ 子q狂n
疱u___ 疹t
疲q___ 乏r倦q劳o惫p累s软r
疵t___
疹t___
疼n___ 爱s痛n
疽t___
疾n_i_ 忙t患r病l苦r风s驰q
痂u___
病k_h_ 人l体t例q倒s势t危t历s原S变p史s因p害s床r态s患*情o房q故s榻u死q毒M灶t理P症r痛t程s菌r虫*逝r重s魔t
症n___ 候u状m结s
痈s___
痉t___ 挛q
痊s___ 愈r
痋r___
痒p___ 痒s
痔s___ 疮s
痕q_m_ 迹o
痘s___
痛l___ 哭p处t心q快o恨q惜t感t打r斥s楚q经s苦l饮t骂s
痢s___ 疾s
痣s___
痧t___
痨____ 病t
痪t___
痰o___
痴pm__ 呆s心s情s痴t迷s
痹s___
瘀r___
瘉t___
瘑s___
瘘t___
瘙____ 痒s
瘛t___
瘟s___ 疫r
瘠u___
瘡u___
瘢t___ 痕s
瘤p___
瘦nl__ 削r子r小s弱s肉U长s
瘪s___
瘫r___ 痪q软t
瘬u___
瘮s___
瘯u___
瘴t___ 气u
瘸s___
瘺u___
瘽q___
瘾r___
瘿t___
癌p___ 变t症p细*
癖s___
癞t___
癣u___
癫t___ 痫s
癳s___
癸rl__
登mfgd 上n台q场q基n封t山P岸t录q时m月s机t极q记N载u门r陆N顶u高s
白jgge 云J人q令t俄*光t公*兰*内*净t区t卡*卷v发Q喉u土x圭s地t垩S城J塔j夜r大*天n头T嫩q子v宫p家q尼*屏j山J布q带r帽v
 底v影u手W描t斑t族p旗q日R昼r晃*晋w术v条v杨s板v果q枪j棉x沙*沟t沫t河S洋R活w浆*浪t海u灰v点v炽*烟v热*猫u玉r瓷u痴r
 癜*白P眼s矮*石P砂*种X等j粉T糖t纸Q细*绸v羊s肉v脸s色J芍v花j茫*莲p菜R萝*葡*薯v虹*蚁s蛇u蜡T血*衣o袍t话S象w质v费t
 跑j车j边j酒r醋v金s钨*银q雪S面S须s领O饭w马p骨r鱼v鲟x鲨w鳍*鹅v鹇v鹤s鹿*鼠v
百mgk_ 万o丈t个r事t亩t亿*余R倍q出s分T十r合r名s头r姓l官p家s岁r年n度j忙t慕*戏r户t日s步t济t眼s种t科I米s级s老*般r
 色t花P货q越t里r
皂r___ 隶t
的cjj_ 哥u确m话l
皆klh_
皇lfi_ 上j位o军u冠s叔t后m城l天t太*子q室o宫n家n岗r帝i恩s族p朝r权o爷p甫u陵q马r
皈u___ 依r
皊r___
皋s_k_
皎r___ 洁t
皓qddd 影j
皖p_l_ 北t南s
皙__m_
皝s___
皟t___
皢r___
皥t___
皨r___
皬q___
皮kgig 下R儿w具w划*制x包S匠t卡j囊s夹W子j层r屑w岛w带j帽U开*张v影V损u条w棉w毛q炎s球r疹s箱t纸w肉q肤M脂V艇v色u蛋w
 衣v袄t袋u袍v褥*货u质J面v革j靴s鞋p
皯r___
皱o_j_ 眉P纹q
皴t___
皵q___
盂r___
盅r___
盆o_m_ 地m子s景s腔t
盈qjj_ 亏t余s利o盈o
益thh_ 发u处j州s气t达j都u阳U
盎r___ 司s然s
盏om__
盐lj__ 业s分t务t土t场t度r水s池t湖s矿u碱T税t类s酸r铁S
监mig_ 事Q利O听S守t察N工t护P控p测o狱o理t督K禁q管o考t视O
盒o___ 子q盖t马j
盔p___ 甲r
盖lhjg 世s县x头u子j州j帽t德r房t板j棺*碗u章s茨r起t
盗m___ 取t墓Q汗t版q窃r贼r魁t
盘lkk_ 中r剥s古s子q山u旋p查s桓s活t点t算q缠r腿t膝r踞r问r面s龙s
盛mhg_ 世r举w事t产n京r会q传u倡w典t况S名q唐s夏s大p宴t年v开p怒s情J意v放v景w暑v期u极*气*润t行o衰s装s誉t饭v
盟o_l_ 主p军q友r国q约s誓s
目lli_ 下s不*光m击T前i录M标j的K睹o瞪*视r送s镜u
盯n___ 上t住q
盱____ 眙t
盲q___ 人q动t目O
直ihhg 到o刺s升*取s奔p射r属p径n抵r指r挺*接j播l流R爽t率s白t直*立Q管r系q线o肠S至n航t落t裰s观q视s觉q角s言o译s说r
 辖P达o通q销s隶o面s
相ifff 与t中t乘v互L交p亲U仿s会p传o伴r似M位S依*信k像s公o关J册v劝s加r助o去T反J变t合s同k向t商v国t图w士w声r处p好t
 安*宜q容R对J左u差O帮t干r应l府v异r当K形*待q得*思s恋w悖t悦w成w扑t承u投s抵s持Q接p控*提*撞s救o斗u斥v映U望q机J框x
 殊w残w比L濡*煎*熟t爱s片s率v看u知t碰s称r竞w符q等n约s继m联s聚q若u衡w见O视s认t让s识p貌o赠u距O辅*近p连n通o逢r遇p
 邻p配t间r随s隔q面v顾*
盹t___
盼nl__ 望p
盾p_kg 牌r
眀u___
省hll_ 事s人*份o会n内M军*力t区o去s城p外p委n属u市q得r悟r政*略s直n籍r级l辖*部*里r钱t长l院u
眉oiig 头o宇t心t梢s毛p目r眼s间t
看g_j_ 上R不*中q书q似p作n做r准r出n到j台r吧r好p守Q客u家t待o得*成p护s望p来k样*法m清p点t病p看k着k管s见j起*过o透s
 重p门t齐t
真igfg 个p主q人p传t伪r假r切q味r实M心P情q挚r是k正j理o的k皮t相o真t空p经q腊t菌Q言s诚p话q谛r迹t金t
眠p_l_
眦u___
眨o___ 巴s眼s
眩s___ 晕r
眬u___
眮u___
眯q_l_ 缝t
眰r___
眳u___
眶s___
眷q___ 属r恋t顾t
眸____ 子s
眺____ 望r
眻u___
眼kijg 下n中n儿t光n前l力s圈R巴*帘t底t波t泪m珠Q球p界q病t皮q目t看n眶p睁*睑s睛j神o科s窝s红s色o花s见M角q部s里n镜P
眽q___
着e___ 力q地p实o急o想q意s手o数t火t眼P色S落s装s迷t重o陆q
睁m___
睃t___
睌t___
睑t___
睙q___
睛qk__
睡k_l_ 意s梦q熟s眠o着o衣t觉n醒u
睢r___
督nki_ 促q军r办r察o导t战r抚s查r率t
睦pm__ 邻s
睨t___
睫____ 毛r
睬r___
睳r___
睹s___
睾s___ 丸r
睿sddd 智t
瞄q___ 准O
瞅n_j_ 见t
瞌____ 睡s
瞎mk__ 子p说r
瞑____ 目t
瞒n___
瞟q___
瞥p___ 见s
瞧k___ 不*得*瞧n见p
瞩____ 目o
瞪n___ 眼s视s
瞬r___ 息s时r间n
瞭u___ 望r
瞳s___ 孔r
瞻q_k_ 仰p
瞾u___
瞿v_m_
矇t___
矉u___
矍u___
矖u___
矗q___ 立q
矛p_mg 头q盾l
矜r___ 持s
矢q_m_ 石t量r
矣m___
知jgg_ 事t交t会s县p名N己r府o心s悉u情Q晓p秋s觉p识K趣t足q道g错u青q音q
矩r_l_ 形r阵r
矫vm__ 健s捷t正r
短k___ 促r信p刀r剑q发s命r处t小r文s时*暂p期n枪t波t片t短P程s篇S线q缺q裙t裤s语t跑u距*路t途t长t
矮n___ 墙s子q小q胖r
石jfef 人t像r兽q凳t刀v制U刻q勒*化J匠r匣t华*台u叶w器p坊v块q坝v坡x城v堆t塘w墙s墨p墩j壁p头J子j安r室r家*屋s屑v山s
 岛v岩j崖u帮*床v库*径w斑*料r星v景*材t板P林q柱q栏s桥p棉R棺r榴R槽v河S油J海w湖p湾w灰Q炭U炮w煤v片u版W牌W狮J盐w砌t
 破*碑p磙w磨u窑w窟p笋u级u经s缝u脑*膏P臼u花*英n药x蕊x蜡t质t铲w门p阶r雕q首H马w鼓u龙r龟w
矶q_l_
矸u___
矾q___
矿m_l_ 业q井r产L体s冶p务*化*区q山o工r床o泉*物N石p藏p
码n___ 头m
砂olm_ 土p岩r石t矿t砾t
砆t___
砇t___
砌n___
砍m___ 伐s头t掉s柴t
砑u___
砒____ 霜s
研plm_ 习r制l发n磨t究H讨P读t
砖nll_ 场s块t墙s头q混s瓦r石r窑t
砗u___
砙u___
砚ql_g
砜u___
砝____ 码s
砣u___
砥ql__
砦u___
砧t___
砩u___
砫u___
砭u___
砰o___
破kij_ 产o伤*例s口T土*坏L天*损r旧p格s灭q烂q片t甲*碎q空t绽r获t落u裂p解q译p败q费u门r除s鞋t
砷r___
砸m___ 烂t
砹u___
砺s___
砻t___
砽t___
砾s___ 岩s石s
础q___
硅o___ 灰*谷q质t酸*
硌s___
硎s___
硐t___
硒s___
硕qilg 士N大s
硖u___
硗u___
硚____ 口*
硝r___ 基T烟q石u酸R
硥s___
硦u___
硪s___
硫p___ 化S磺s酸Q黄t
硬l_l_ 件o化r壳t币r度q性s撑u是q朗t木t汉u生*盘q着*碰*骨*
确l_k_ 保n信q凿s切o定K实l有p立m认n诊q
硶t___
硷s___
硼r___
碁t___
碇u___
碉s___ 堡s
碌q___
碍p___ 事r于t
碎mk__ 屑R片q石s裂r
碑n_j_ 亭q刻s座s文s
碗ml__ 口t碟t筷s
碘p___ 盐u
碛t___
碟p_m_ 子s
碣u___
碧rhj_ 水t波s海u玉s眼t绿r
碰n___ 上o到n壁t头t巧s撞p见q
碱o___ 基u性q金*
碲t___
碳n___ 酸S
碴t___
碾p___ 子r盘t米u
磁n___ 体s共*力T化r场o头t层s带q性q悬*盘s矩r石s通t针u铁S
磅p___
磊xddd
磋q___ 商q
磐r_l_
磔u___
磕o___ 头o
磨n___ 制q合t坊t损q擦t料u炼t牙t盘u砺t练s蹭t难r
磬t___
磱t___
磴q___
磷n_lg 灰*矿q肥Q脂t酸R
磺s___ 胺t
磾t___
礁p_m_ 石s
礇u___
礋u___
礩t___
示oml_ 人t众s例t威m弱s意O范O
礼lhfe 乐r仪o佛t制t品q器s堂p帽s拜q教t敬t数s服q法q炮r物o节r记s貌p遇s部m
社lli_ 交r会G保s区k员r团q民*火s科*稷m论r长p
祀nlk_
祁tlk_ 县v山T连J门j阳j
祆t___
祇t___
祈smm_ 求q祷q福s
祎q___
祐p___
祖reff 上r业v传S先n制w国m坟r孙t宗o居u师p庙s庭x母r父p率x祖*籍r训v辈s
祗t___
祚tmi_
祛s___ 风u
祜tkm_
祝nklg 你j寿s您j愿r祷u福j贺p酒w
神jghg 交t人s仙o位q像q兵t农P剑s力s功p勇t化t医r器t圣o坛s奇p妙s威r学Q宗s山t州Q庙p往p志r态p思t情n户t明r智q木t机u
 权t来*殿s气p灵q父r皇*祖*祗s秘n童t经N舟s色m话n通q速s道q采s韵q鬼t龙o
祟u___
祠pmi_ 堂q
祥tee_ 云t和r
祦t___
祧s___
票m___ 价p号t子s房s据q
祭lm_g 司q品s器r坛r天p奠s拜t文r礼s祀n祖q
祯tkh_
祷s___ 告s祝t
祸o___ 乱u事s害r患s根t福s
祺s_i_ 智j
禀n___ 告q报o明s赋t
禁nkl_ 不*令q军q区o地p忌q捕r止m毒r烟t用s绝t运r锢s食t
禄uhhg 丰*位w
禅oijg 宗r师r房t杖r
福meff 临n克*利O地t大*州O康*建M报s拉*星r晋q气r泽t特j田j耀j银r音s
禛s___
禧_gjg
禨t___
禰p___
禳t___
禹tji_ 城j州j
离jki_ 不*京s任t休s别r去o合*场t奇s婚o子n家r岛t岸t席t开k异t心S散r石t职r解t退*间t骚t
禽q_m_ 兽r流*
禾omk_ 本*
秀ncdd 丽s发s才p气t美s
私n___ 下Q事r产s人m信o利r塾r奔t家r心r情s房U有Q生*立r自q营p通t
秃p___ 头s子t
秆s___
秉qglg 公t性s承s笔s
秋mggg 千t后t天p季q审r收s月s水r雨t风r
种i___ 地r姓q子n属r师*族o植M田s种m类l群q菜r质q
科kfee 举o员s场t夫t委t威*学J室r尔S尼*帕*幻t恩t技J摩*教Q普q林*比q目o研m索*考t长o隆r雷*鲁*
秒l___ 钟r
秘o_j_ 书M史t密l方s笈s籍t诀q鲁p
租n___ 佃r借S地q房s用r界p税s赁q金r
秣u___
秤q___
秦qji_ 代s军s国r安q家*属*山u岭P川v州v晋v朝t末x桧r汉p河t淮*王q皇*腔q
秧u___ 歌s
秩q_k_ 序m
秭____ 归P
积mik_ 习t储s分P压s存t弊t攒s极K水q淀s温p累m聚q蓄p雪p
称hhl_ 为j之*作o做r号m呼o奇s帝o得*王r职r臣s谓q谢t赞o道r量t雄s霸r颂r
秷u___
秸t___ 秆s
秺t___
移mklg 交q位s入t动l居p情u植o步t民o送s
秽r___
秾u___
稀nmm_ 世t土s奇s少p有p松t烂s疏q缺s罕r薄r释r饭q
程nkj_ 咬*大*序J度j式r弹x志r控U文v途x陆v
稍l___ 事t候t加s后s微p稍p
税mm__ 制t务p后t收n款s法s率r费t金t额t
稗u___
稚r___ 嫩t气t
稠r___ 密q
稣u___
稱t___
稳n_l_ 住r健q固q妥r定K态t步o重r
稷r_l_
稹w___
稻qm__ 田r米r草r谷p
稼xl__
稽u___ 查s核t
稿n___ 件s子q纸t费t
穆qij_ 克v勒t尔*斯*易t棱j迪w
穑t___
穗qllg
穰u___
穴mm__ 位r居t道n
究o_m_ 竟l
穷m___ 人n光*困s尽t苦s
穸u___
穹t___
空kmj_ 中l位t儿s军l前n地q域r头t姐q子t对*心S想s战q手r投r旷r智s格s气l洞r白o穴t空R缺r腔u腹t荡*虚p袭q话s调J谈t运p
 门t闲s间L降P隙q
穿j___ 刺s孔r山*戴q插r梭r甲T着s行r衣s越p过n透Q
突n_lg 兀r入s出l击N厥O发O变q围p如*尼*然j破L袭r触s起q进u防s
窃p___ 取s听s
窄o___ 小t
窇u___
窈u___
窍q___ 门r
窑n_j_ 子s洞p
窒q___ 息q
窕u___
窖o___ 藏u
窗nml_ 上s前r口o台t外o子q帘r户p格t棂t纸s缝t
窘r___ 境t迫s
窜o___
窝ni__ 囊s棚s藏t
窞u___
窟o___ 窿q
窠s___
窡r___
窣t___
窥q_m_ 伺t探s视s
窦p_l_
窨u___
窬t___
窭u___
窸u___
立kccd 下p于r交*体o刻k功q即k国r场m委s定s宪R式t志r意s新s方O时n柱t案r正t法M誓s论s足P身s陶*项q马p
竑u___
竖om__ 井t琴t立r起q
站i_h_ 上s住p台q岗t点r稳r立o长p
竞ol__ 争K技Q标t渡t相q赛o走u选p
竟jli_ 敢q是m然k自s陵q
章khf_ 丘*京w则v句u回*法s程j节r
竣____ 工p
童rkk_ 叟*女w子p年q心t稚w装r话q趣w车w
竦r___
竭r___ 力o尽t
端lii_ 倪r午U口s坐r庄r正q的p详r门p
竴m___
竵s___
竷r___
竹lhig 乡r园r子r山R木t林q溪P竿r笋t筏s筒r简s篙t篮t编u
竺xmm_
竻s___
竽t___
竾u___
竿r___
笀t___
笁r___
笂o___
笃pkl_ 信t
笄u___
笅n___
笆s___
笈r___
笉m___
笋s___
笌u___
笏t___
笑hie_ 吟*嘻*声o容n意q眯*笑q脸n话o语s谈t骂t
笔mll_ 下r划t名r墨q尖t录t挺t架M法r画s直q砚u者o触s记P试q迹s
笕u___
笖r___
笘u___
笙pkig 歌s
笛skmf 卡*声s子r
笞s___
笟u___
笠v___
笢q___
笤t___
笥t___
符omi_ 号j合j咒u离j箓v节v
笨p___ 拙s蛋t重r
笪y___
笫t___
第iki_ 一I七P三L九Q二K五N八Q六P十R四M
笮s___
笱t___
笳um__
笸u___
笺q___
笼o___ 子r络q统s罩o
笾u___
筇u___
等dl__ 不*于m价Q位t候n值u到o同R式t待m效t离*等k级N量s闲s额*
筋n_m_ 斗q脉t骨r
筏r___ 子s
筐r___
筑mlk_ 城p堤u巢t成p路t
筒o___ 子u
答lkk_ 卷s复n应l案n礼t话q谢t辩s道o问q题Q
策njh_ 划o动q应r略m马r
筛q___ 子t选q
筜s___
筝r___
筟u___
筠__j_
筦u___
筫s___
筮u___
筱_k__
筵q___ 宴s席q
筶t___
筷r___ 子o
筹oll_ 划q办s备O委*建q措r款t码r资s集q
筽q___
签o___ 发r名p字o定s注s约q署m订m证q
简ojj_ 介m体X便R写v况v化O单K历n史q图w帖w并v慢v报u括u捷t明Q易Q本u朴s洁Q牍t略r直m短r称l章t答*简*管*约u练s编u而*
 要r讯u记w谱v述u阳j陋q
箍p___
箐r___
箓u___
箔t___
箕q___
算k_l_ 不*了o作r卦s命r子t学t数s是l术p法q盘q算s计r账s
箙t___
箞q___
箟t___
管jji_ 不*乐W事q件x住t保w内t制p区u卡j型w壁u好t委S子r家j带s式v弦V径u待s控x教r材w束s状t理H用j箍j管u线j网v营v见v
 账w路v辖N道j长v闲*领v
箢o___
箣p___
箧u___
箩t___ 筐t
箫q_l_ 声s
箭llk_ 头r楼s步t石u
箮t___
箯s___
箱o___ 内u子p笼t
箴t___ 言u
箶u___
箸s___
箹u___
節s___
篃o___
範u___
篆p___ 书t刻s
篇l_m_ 幅r章r篇s
篓t___ 子u
篘n___
篙t___
篝____ 火s
篡s___ 位t夺s改t权u
篪__m_
篮p_m_ 子q板P球P
篱t___ 笆r
篷r___
篾u___
簇q_m_ 拥p
簋t___
簌____ 簌r
簟t___
簡m___
簤s___
簦t___
簧q___
簨p___
簩q___
簪s___ 子t
簬q___
簯r___
簲r___
簳t___
簸____ 箕t
簺r___
簻u___
簿p___
籁um__
籍n_k_ 授w没u贯s
籗o___
米hgie 业r亚w价w兰p其*利*制x处v格p白j第*粉n粒t粥u粮w线v缸w脂T色j芾q苏w酒v面u饭q
籴t___
类jmk_ 乌*书t人s似l别o固*型k比s群s
籼u___
籽sm__
粂t___
粈q___
粉mkhg 丝s刷s刺t尘s末q状r碎o笔t红R色u蒸r身*
粌u___
粍s___
粎t___
粏u___
粐s___
粑n___
粒ok__ 子n度t状s细*
粓u___
粕u___
粖s___
粗m___ 人t俗t壮q大p布t心t放s暴r气t浅t犷s略s疏t粗u粮u糙p细r话t豪u重s野t鲁r
粘n___ 合t土Q度s性r液r着t稠t结u胶u膜q连s附t
粛t___
粜t___
粝u___
粟ulm_ 米j裕r
粠q___
粡r___
粤olm_
粥o___
粦t___
粨t___
粪p___ 便r
粬n___
粭u___
粮m_jg 仓s价t油s票t站t草q食K饷s
粯t___
粰q___
粱xm__
粲s___
粳____ 稻r
粷t___
粹_km_
粺u___
粼u___
粽t___ 子q
精lij_ 于q光r兵q准t制q力n华n品n壮t妙q子p密p巧o干s度o彩n微s心o明q气t油t液s深s湛q灵s炼s熟t研t确N神J简r算*纺t练t
 细n绝r美n致p良r英p要t辟s进u选p通p锐p髓r魂r
糁u___
糊p___ 口t弄s涂o
糍____ 粑o
糕m___ 点s
糖lmig 分t尿*果r浆t类s精*色r
糙t___
糜s___ 烂r费w
糟o___ 粕t糕p蹋r
糠r__g
糯r___ 米P
系j_j_ 主*列M数p统I
紊u___ 乱p
紑q___
紒u___
紓u___
紕t___
紝j___
紞u___
紟p___
素lfg_ 不*以t养q心t描r数s日r有p朴t材r来q称s质l食u
紡t___
索rhhg 取r命x尼P引r性o然U纳*菲*要j贿u赔j
紦u___
紧l___ 俏u凑r密n张l急M接*握t紧m缩q缺r要S贴r跟R身t迫P逼t锁t闭o随r靠s
紩u___
紫khi_ 云t外S文*檀u禁*红T胶t色p荆t菜t金j
紬u___
紮u___
累m_k_ 及t死s积q累s计m赘s
細o___
紵q___
紶p___
絮r_m_
絾q___
綅t___
綇s___
綈u___
綋p___
綍t___
綎u___
綑u___
綔q___
綘n___
綝t___
緗u___
線s___
緟t___
緢r___
緣r___
緥u___
編u___
緰r___
緱p___
緷u___
縊s___
縎u___
縹u___
縺u___
縻u___
績q___
繀p___
繁okm_ 体*华o复r多p忙o星t杂s殖M琐p盛q育s茂q荣n衍p重p
繃p___
繇umm_
繍t___
繎u___
織r___
繕o___
繖n___
繘r___
繙t___
繚s___
繛r___
繬q___
纂r___ 修t
纘s___
纛t___
纠q___ 察*正n纷o结t缠p葛r集r
纡u___
红jccc 三*丝u二*人t光R六*军s利r包s十*叶t唇w土P场v墙o壤s外P头V妆u娘r学u安R尘t山u巾w帽w彤*心u情w扑*斑S新*旗j日t
 星s晕r曲V木s杏*极*果w枣s枪j树u桃v梅s棉u楼P河t油x海q润r火q灯J烛s烧O牌s牛v珊*瓦*白*皮v眼q砂*砖v磷w粉u糖q红*线j
 细*绸r绿*肿r脸s腹*色J花p苕v茶s药x莲r萝*葡*薯q蜘*螺x衣S袍s袖s褐W角w豆U通*遍x酒t铜v霉*霞s顶x颜s魔x麻v
纣v___ 王t
纤q___ 夫q毛t细r维N
约hij_ 会q克t合r定o摸s旦Q束O法s瑟*略s翰P莫q
级j_l_ 别o差q数r
纨p___
纪shj_ 事r元t及t委r子x实s年r录J律o念J检S程x行w要q闻w
纫t___
纬plk_ 度q纱u线t
纭r___
纯mhi_ 净r属o度s收*朴s正q洁Q熟r白q真s碱o粹o金t
纰r___ 漏t
纱okk_ 厂t布s线t锭s
纲mlhg 常s要q领N
纳reeg 什p入n孙*税Q米r粮t粹P罕t西S谏r贡t闷q
纵lm__ 使s向q容r情t横o欲t深p火s然o观r贯p身o队q
纶u_j_
纷q___ 乱s争r扰s繁s纭t纷l飞s
纸l___ 业t包t坊p币q张r条q板u浆s烟r片s质t钱t
纹njkg 样t理s路t银t饰q
纺p___ 纱q织L车t锤*
纽qlm_ 伦*带r扣s约N芬*
纾s___
线kmh_ 下u圈r形u性p束j条q状t程j粒*索p虫s路n
绀s___
绁r___
绂s___
练llj_ 习O兵q出v功q字v就s拳v武R法v
组llm_ 件r分q合m团s委*建n成I曲t组t织H装r长o阁s
绅s___ 士q
细ljm_ 作r分r则r化s嫩q密r小q弱t微r心p看p碎s细P胞L腻p致p节n菌n说s软t长p问s雨s
织o_m_ 女t工s布R成s机s物q造r锦t
终m_kg 久u了t于j其*到x南X场s夜x天w审t将s局w年p弟w归s日r末W极q止p点P生q究n端P结Q老u身N
绉p___
绊q___ 倒t
绋s___
绌r___
绍qek_ 兴p
绎u___
经igi_ 不*世U久V书q互*传t侦w停j典N办T卷t历l受p变w史*合u商q堂u委u学S常J幢v年*度t得*心w意w手t援v文q期t济G理J由q
 略r痛x社x筋x管q籍s纪S纬U纱u纶v线t络r脉q营K血u行v货*贸O费n过i邦*量*销S院s验J
绐q___
绑n___ 架r
绒qlkg 毛r线u
结lij_ 下r业t为q义s交q亲t伴s冰s出t合K婚m实p尾r局o巴t成o扎t拜s晶p束k构J果j核R案t盟q石s社t算p肠t膜t节s论m识q集s
绔q___
绕m_l_ 城r开t组t行t过p道q
绗p___
绘nm__ 制p图t画n
给gl__ 与r予m事*付t养s出o定t水t钱s
绚____ 丽q烂t
绛p___
络ql__
绝l___ 不n世s伦s佳s口t句s地t境r壁s大*好u妙s学t密t对L情p技q招r无Q望o灭r热t症t经s缘q艺s路t迹r非q顶q食s
绞p___ 刑*盘s
统mih_ 一J制r帅N战T治J率p称o筹q统q考r计L购t辖p领o
绠q___
绡u___
绢plm_
绣ljmg 球t花R
绥rkm_ 远s靖s
绦r___ 虫t
继mfi_ 之s任r位p发S承M母s电*续j而p
绨u___
绩smm_ 效r
绪sjk_
绫q___
续olj_ 保j写v娶x签v篇w约t编u航J订w费j集u
绮nk__ 丽r
绯r___ 红t
绰r___ 号q
绱r___
绲s___
绳oj__ 子p索p
维ndfg 也*他*修n克*吾*和r奇t尔*希t护l持l新Q权s森*生*管*系r纳*
绵qjlg 延p绵s羊r长u阳t
绶tmk_
绷q___ 带r紧t
绸q___ 带s缎r
绺r___
绻r___
综r_m_ 合K观s述s
绽q___ 开t放t
绾p___
绿lhkf 化O叶r地s城t意u松*林r树t洲q灯t牌j竹s肥t色m茶s荫t营s萼p藻t衣s豆p
缀q___
缁n___
缂r___
缃r___
缄u___ 默r
缅p___ 怀r甸o
缆s___ 绳t车t
缇r_m_
缈s___
缉r___ 捕r私t
缋u___
缌s___
缍u___
缎q_m_ 子s
缏u___
缒r___
缓nm__ 冲r刑r和o存r急t慢n步q缓N解o
缔____ 约T结o造R
缕r___ 缕t
编m___ 修r入q写o制m剧p印q号q后*导q年*成p排r撰s次t目t码q程q纂p组q织q结t者S著t译q辑I选t造r配t钟p队p
缗t___
缘nlk_ 于t何t分s故o由q起t
缙r___ 绅s
缚o___
缛u___
缜u___ 密s
缝n___ 制s合t纫T补t隙q
缟s___
缠n___ 住r斗t绕r绵r身t
缡s___
缢s___
缣t___
缤u___ 纷t越j
缥u___ 缈s
缦u___
缧t___
缨skm_
缩n___ 写r减r回r头t小n影s手s水r短o聚t
缪x___
缫t___ 丝s
缬t___
缭t___ 绕r
缮r___
缯t___
缰ql__ 绳q
缱r___
缴p___ 械t纳p获r费t
缶t___
缸o___
缺m_l_ 乏l位u口o失r少n席r德u憾s损t氧r水s点p血t阵t陷o
罂u___ 粟r
罄s___
罅s___
罐p___ 头q子p
网kmg_ 上m具r友n吧q址q易s校u格t民p游t点q状s球q站l络K罗t路t通t队r页m
罔s___
罕pkj_ 有s见n
罗lfed 亚*兰t列s加v唣v嗦t城r安*家r宾x密*山s干t得*斯*本x海U湖U田O甸x盘s织v网t西v锅w陀w马M
罚n___ 款p球s金s
罡r_l_
罢k_k_ 了n休q免n官r工n市r手r课s黜u
罩o_l_
罪l___ 人r名p孽s恶p犯p状r行p证t责s过q
置ji__ 业t于o信u办s备u换r身q酒t
署p___ 名r长t
罴u___
罹u___
罽u___
羁t___ 押t縻p
羊mhkf 东x儿w圈w坝v城u头v奶v毛q毫w水u皮O绒u羔t群s肉O肚v肠V脂u膜v草v角U齿v
羌t_l_ 族q
羍u___
美ieg_ 丽s人*元l军l分r化r名t味o团j国H女o好n妙q孚j学p容Q式t德r感s政*方q景r术N梦r洲N满s玉t的r称t籍s美u联*育t色t
 观q誉p貌p酒s食o
羔u___ 子t羊t
羚t___ 羊r
羝t___
羞o_m_ 怯s惭s愧r涩r耻s辱r
羟t___ 基p
羡rj__ 慕p
羣t___
群kifg 众I体n居t山q岛m峰t情t星t臣p英s落r起s雄o
羧t___ 酸s
羪u___
羯r___
羰____ 基s
羲ukl_
羹p___
羽sii_ 化t坛t毛Q田s箭s翼s
翁rli_ 牛*
翂r___
翅njm_ 膀p
翊tjm_
翌____ 年o
翎t_j_
翔vddd 实t
翕u___
翘p_k_ 首r
翟v_m_
翠shj_ 绿s花s
翡____ 翠q
翦x___
翩____ 翩t
翮__l_
翰rihg 林Q
翱t___ 翔t
翳u__g
翻lml_ 两*修p倒u动t建s开q新t来*案T涌t滚q版t番t盘t看s翻s脸s腾r译N越s身o转r过q阅q飞s
翼nji_ 展s
耀qfi_ 武*眼p
老hdg_ 一*丈T三r两*乡q二r五t人L伯q伴q佛*儿t兄p先*克*公O兵r前*化q区r友t同*君t哥r四r城S外r大O天R太R夫P头O奶*妇p
 妈S娘q婆M子n字*宅t实O家P将q小s少s山o工*师K干*年Q幼t庄t式r弟p张r总q挝r朋*本s朽s李q板L母r气t汉o江*河*洲*父s爷M
 爸r爹r牌s牛t狐*王r生t百*祖R秀*红*练s翁s老*者n脸t臣r舍t范u莱*营o虎p衲q话s身t迈t远r道q马r高r鸨t鹰s鼠p龄Q
耂t___
考kiig 上p入q分t前q卷q取q古O场q官q察L据t查q核n点r生k研n究r虑k订s证o评s试K量t题r验n
耄t___
者ijf_
耆s_l_ 老s
而eik_ 且i今q后p复t外s已m是j立p言l论p
耍o___
耐oll_ 久u力s受t寒s心o性u旱t火t热t用s磨S高*
耕pjj_ 作P地n牛t田r种p耘r
耗p___ 子r尽r散u时t用u费p资q
耘u___
耙p___
耡u___
耦____ 合s
耪u___
耳ljhf 光p房t朵m机r根t环s畔s目q聋s语s边o闻s鸣s
耶sgg_ 律*稣q路*
耷____ 拉s
耸p___ 动t立r
耻q___ 笑s辱q
耽r___ 搁p误p
耿wjm_ 耿*
聂w___ 拉*
聆t___ 听s
聊o___ 城t天P聊r
聋r___ 哑t子t
职kkl_ 业I位m分s务l司n员p守u官p工l掌s权k称p能m衔t责n高q
聒____ 噪t
联miig 军o动r合K名o城s大t姻q想n成t手p接r播t机t欢s盟m系J结q络O网r考s苯r营t袂t谊Q赛n运s通q邦N队p防t
聘pkl_ 为r任s用r礼r请p
聚mjk_ 丙*乙*众r会o变t合P居P拢u敛s散t焦q落r酯t酰*集n餐u
聪rji_ 慧s敏t明N颖t
聿ym__
肃sij_ 反t清q然s穆p立q静s
肄____ 业U
肆p___ 意p无*虐s
肇rim_ 事t庆t
肉kkk_ 丝q体q刑u制*欲t牛u瘤s眼r类q芽*质q身t酱t食s鸡r麻t
肋q___ 骨r
肌o___ 体t瘤t肉n肤o腱t
肓u___
肖tkm_ 像Q
肘q___
肚o___ 兜t子n皮q脐u里q
肛s___ 门q
肝n___ 功*火t炎q病s癌s硬*肾t胆s脏p
肟t___
肠o___ 子o炎t胃r道q
股k_k_ 东K价o份L利s子r市o息t指q数q本p权l民s票m
肢q___ 体p
肤r___ 浅s色r
肥n_m_ 力r厚s大q料p沃o皂r肉s胖q
肩nl__ 上p头n膀o负q部t
肪s___
肮t___ 脏q
肯mij_ 塔*定k尼*干t德*斯w特*
肱u___
育pil_ 人t成t才p种r苗s龄t
肴t___
肷u___
肺n___ 动*泡t炎r病t癌r结*腑s部r
肽q___
肾n___ 上*功*小*炎s病s脏q
肿o___ 块s大r物t痛t瘤n胀r
胀p___
胁pm__ 迫r
胂t___
胃n_l_ 口q液t溃*炎t病t癌r肠R部u酸t
胄s___
胆oj_g 囊r固*大r子o寒t小Q怯q敢q气t汁s碱t管u识s量r
胈p___
背jki_ 上n书t包q叛p后o向t囊s地*对t弃u影p心o斜s景m着u离s脊r诵q负r部o靠s面p风s鳍q
胍t___
胎o___ 儿p压j生s盘r
胖nkm_ 子l胖*
胚q___ 乳s层s珠r胎P
胜kgfg 仗q任p出s利S地p局u景t算s者t负p败q达j过p迹o
胞q___
胡qiig 乱p人r作*匪u同n吹t子n思*扯t搅*来t杨u桃t椒q涂q琴t程w编V茬x萝*言U诌t话v说P闹p须q
胤pll_
胥yl__
胧t___
胨u___
胪n___
胫s___
胭____ 脂R
胯q___
胰r___ 岛*腺t
胱tm__
胳____ 膊o臂s
胶o___ 东s体r卷t原t合*囊s塞t州*带t片s粘*质s
胸ml__ 中q前o口m怀r痛t脯q腔s腹s腺t膛p膜t臆u襟r部q骨t鳍r
胺q___
能fhh_ 事t人s力i动S否n够j带s干t手r比r源m级r耐r耗s见*进*量m链j
脂p___ 类t粉s肪N蛋*
脆p___ 弱p性t
脉mkkg 冲p动t搏r络s象t门t
脊m___ 柱s梁s椎S背r髓q
脏o___ 器r腑q
脐s___
脑m___ 力t垂*壳r子n干t浆s海p炎t电*神*筋r膜*血*袋m部t门r
脓q___ 包s肿s血u
脖q___ 子n颈s
脘t___
脚k_m_ 下n力t印r夫t尖s底s掌t本o步N背u色s趾t跟r踏r踝s蹬t
脯u___
脱llk_ 产t位t光t出s发t口s困s壳t手q掉s氢t氧t水r离n稿u胎t节t落q贫s身p逃u险r颖*
脲u___
脸jlm_ 上k儿t孔q庞r皮r盆s红q膛t色m蛋r谱s部s面q颊p
脾o___ 性t气n胃r脏u
腆t___
腈u___
腊pkk_ 八u月r梅t肉p
腋r___ 下r窝t
腌q___ 制s
腐p___ 化s坏u朽q殖*烂q蚀P败m
腑p___
腓x___ 力r尼*特*
腔ol__ 调s
腕q___ 上s
腥q___ 气t臭t
腧____ 穴s
腩___g
腭s___
腮p___
腰l___ 刀s包s带q斩t杆t板t椎t身t部s间o
腹n_m_ 中p内t地p心u水t泻q痛r胀s腔s膜t部n面r鳍s
腺p___ 体s瘤q
腻p___
腼____ 腆r
腾oii_ 势j挪t空s讯t起s飞t龙*
腿lmk_ 脚s部t骨u
膀s___ 子s胱q
膂____ 力s
膈t___
膊r___
膏q___ 药r
膘u___
膛ql__
膜n___ 拜t
膝o_k_ 下t头t盖q
膥q___
膨q___ 大s胀n
膲u___
膳p___ 食r
膺s_m_
膻s___
臀q_m_ 部r鳍r
臁s___
臂n___ 弯t膀s
臃u___ 肿t
臊s___
臑u___
臣lgeg 僚t妾r子r服s民o
臧w___
自hfg_ 个R主M从m传s便t保s信N修t傲t决t刎r制q力*办t动M助r卑r卫P发p取t古O嘲s在t备t大S夸u如q娱t学o家O尊R小r尽p居q
 己f已r带o幼o强r律r得s忖s恃r愿p慰t成n我M打r拔t持r控t救s旋r有o杀o来Q查u此o民*治L满t焚s然I爱t理s用t由K知p私r称O
 立p筹s给P绝t编t缢s考Q耕*荐t营T行M觉N言*认s诩u语t谋t豪P负q贡u责t费r足s身l转q述t选t重r问u首s
臬y___
臭n___ 味s气s氧S虫t豆*骂t
至gggg 上r于l今m关*多t宝t尊p少l极r正r此n死s诚t高*
致lij_ 仕s以s使n信t函t力o命p哀s密r富o意s敬r歉u死r电r病R癌q词t谢t辞t远p
臺u___
臻rml_
臼s___ 齿t
臽q___
舀r___
舂q___
舃u___
舅q_j_ 妈t母t父t爷t舅p
舆o___ 情t论N
舌o_l_ 头o尖s战t苔t
舍nij_ 下t不*人r利t命r弃r得p身s
舐s___
舒pji_ 坦s城j展j张s心j意*服j爽w畅j筋*缓t舒*适J
舔q___
舛t___
舜qik_ 天s
舞mmi_ 会s刀t剑t剧r动r厅s台n女t姿t弊t曲s步u美o蹈N
舟okj_ 子u山r曲r
舢____ 板s
舥u___
航o_j_ 向r天N宇t展t标u母n海N班n电s程q空K线m船t行n路s运n速q道o
舫u_k_
般mll_ 地q的m若r
舰l_k_ 只r炮r船p艇n载q长s队n
舱n___ 内r口u盖s门s
舵olm_ 主p
舶t___
舷s___
船klk_ 上n体r厂r只o员s坞r夫s头p家s尾s底u板t老*舱q舶n舷t艇t身r运t长n闸s队q
舻u___
舾u___
艄s___ 公s
艇o_l_ 长t
艉u___
艌u___
艏u___
艘m___
艮s_m_
良ofeg 久o好k家t将t心p性q机q民r田s知r种r策s药q
艰s___ 巨q苦O辛q险r难n
色kih_ 彩m情q散s泽q盲t素o调r谱r酚p
艳pddd 丽r无*羡t遇s
艹t___
艺oddd 人p文s术J
艽x___
艾thk_ 伯*力*滋*瑞*
艿r___
节lmg_ 令t俭s假*制o前s后s奏o庆r度T律r拍s日n气t水t点q理t目m省p约o能r骨*
芄t___
芈u___
芉u___
芊t___
芋t___
芍u___ 药s
芎u___
芏t___
芑u___
芒pll_ 果s硝t
芗t___
芙qkm_ 琳q蓉P
芜q__g 湖r
芝p_ig 加*麻q
芟s___
芡t___
芤t___
芥p_m_
芦slm_ 席v沟w笋u花o苇p荟t
芨t___
芩y___
芪t___
芫u___
芬qkf_ 兰p奇t芳s
芭t___ 蕉S蕾Q
芮y___ 城X
芯oml_ 片O
芰r___
花jgf_ 丛r丝t乡v了j会u儿q冠j刺*前*匠v卉p卷v厅r叶v呢u哨u团*园J圃r圈t坛r型w城v天*头v子u季w容U屏j山q岗*市u帽v序s
 店x式t影v心u房x押w招t掉s插w斑t旗*期t木q朵q束v果u枝T枪w架W树t样P梗w椒t椰*池w海w溪j灯r炮u烛w球x瓣P瓶s生O白R盆t
 盘u眼u神v篮t粉R絮s纸x纹j脸u腔v色q花X茎w茶u草r药u菇r萼t落*蕊u蜜u街v被s观*言*豹w费j车v轴x轿s边s都j酒w针x钱j销t
 镜x雕v鞋v饰x香s驴w魁v鸟R鼓T
芳sdcd 心t烃t芳s草t香q
芷sddd
芸qddd 香t
芹x_jg 菜t
芽pkjf 孢t
芾t___
苁s___
苄t___
苇sm__ 子s席q
苋t___
苌xi__
苍ull_ 凉s劲t天r山t松t生t白p穹u翠u老r苍t茫s蝇q
苎u___ 麻s
苏lhi_ 东*中t丹o亚*伊*俄r共S北r区q南r园v宁q尔W尼*州J式v打r拉V斯x星*木r杭u林s格*河x浙w澳v珊w瓦w皖x维*联K迪*醒r
 里*铁t门*非v黎*
苑tkkg 囿w
苓__l_
苔pkk_ 原t藓s
苕o___
苗oljg 乡x头t女v子s家u族n期v条s苗w
苛r___ 刻r求t
苜____ 蓿t
苞q___ 片t
苟u_m_ 且*全*合x同w延*活u
苡t___
苣u___
苤t___
若iddd 何s尔*干K想t是t水s非p
苦lm__ 于r力s味t命s处u头q干t役t心r思s恼p战r果u楚s水t海t涩r瓜u痛t笑o练r苦p行t衷r读t闷r难p
苫r___
苯o___ 甲*酚t
英kccd 亩q俊s军p勇n吉*名s国J子s宗s寸q尺r山R德u才p文m明r朗j格*武t气t烈t特*王t美q联*语l豪t超q里s镑r雄L
苴u___
苷r___
苸t___
苹t___ 果n
苻ul__
茂qhi_ 密q盛r
范sii_ 任x例s围j帮*式u星x本u畴o蠡p
茄r___ 子s汁r
茅pll_ 厕u台T坑u塞*屋q山t房u棚v盾s箭*舍t草S
茉s___ 莉T
茎nml_
茏t___
茓u___
茗r___
茚u___
茜wddd
茧q___
茨p_ic
茫q___ 然p茫p
茬p___
茯____ 苓q
茵t___
茶jigg 业t具s几q叶n商t园r坊s壶r客u庄q房u文*杯q树r楼r水q汤u点u盅t盘u碗r花s话*道s饭t馆q
茸p___
茹ylj_ 毛*
荀x_k_ 子r
荃qll_
荆mk__ 东p南V山w州J府r条w棘r江o沙R湖x门M
草kjfe 丛p书s创t包t原m叶t地p场q坪q堂s堆t寇t屋t帽s房t拟r料s木q本q根s案n棚s泥*率s甸q皮t稿s草r药r莓s莽t酸t鞋s
荐q_k_
荒ol__ 僻s凉p原r唐q地r山q岛s废s淫t滩u漠O芜r草s诞s谬q野s
荔u___ 枝r
荚w___
荞____ 麦s
荟_m__ 萃s
荡o_m_ 平u漾r然*
荣sfeg 任x八*华j县x威j幸s成J放j昌j格w禄p耀j获p誉J辱S
荤o___
荥um__ 阳s
荧u___ 光Q屏t
荨t___
荩t___
荪u_l_
荫oilg
药kik_ 业q丸r价s典u剂r厂s品m学t师p库r店p性s房r效t方r材o水s液t片t物L王s理t瓶t用o箱t粉t膏t膳r都t酒s铺t
荷nddd 兰M包r叶p尔*枪*花s载t马r
荻um__
荼s___
莅t___ 临s
莆s___
莉wddd 莉s
莎tddc 士*车t
莘__l_
莞_l__
莫miig 不R亚v名R大q干*斯*明*桑*汉x泰j测*衷*西x过*逆*非n须*高*
莱ofgg 州u比*特u索*茵R顿t
莲nddd 子n肉r花P蓬o
获k_m_ 准q利q取n奖O得I悉o救t益t知s胜o释r
莸u___
莹wddd 莹s
莺qkmg
莼u___ 菜r
莽vj_g 撞s莽t
菀t___
菁tddd
菇s___
菊oiif 科t花s
菌o_k_ 丝t类u
菏t___ 泽q
菑p___
菔u___
菜kki_ 刀s单s园s地t汤q篮*系o肴o蔬t
菠____ 菜r萝r
菩u___ 提R萨n
菪u___
菰u___
菱q_m_ 形q湖r花n
菲oddd 律*斯*
萃t___ 取s
萌smm_ 发r生s芽q
萍vddd 萍s
萎u___ 缩q靡u
萐p___
萒t___
萘t___
萜t___
萝r___ 卜q
萤u___ 火*石q
营kkgg 业O养L利t区s口s地p垒s寨r帐r建p房r救p生r盘t私t运r造n部u里t销n长p
萦u___ 绕t
萧sik_ 县v条q
萨sghg 克*博j哈*拉t满*特t达*
萱qddd
萷u___
萼q___ 片t
落k_k_ 下o伍t入o到o叶O后m地o基u实m寞u山t差q幕s座s得r成p户r日t榜s款u水s泪s点u空s脚s败s选s难t马s魄s
葆ujl_
葉u___
葑rm__
著k_h_ 书t作M名k录r称o述p
葛uhl_ 洲*
葡q___ 萄O
董sk__ 事O子w家r源v金w
葫____ 芦o
葬n___ 礼r身s送t
葭um__
葱pmm_ 岭u
葳_ddd
葵r___ 花q
蒀s___
蒂ufgf
蒋s___
蒙mghf 住s冤v受s古L哥R在*头u山w巴*彼*文v斯x族w昧*汉w混*牛u特V皮v眬x罗*药x蔽t语t达w迪W逊v面s骗u
蒜p___
蒪u___
蒲t___ 剧x团r圻p州v扇t
蒴t___ 果s
蒸n___ 发P气q汽Q煮t笼q腾s馏R
蒽____ 醌r
蒿tllg 草s
蓄q___ 意s水S电*积T
蓉ocdd
蓑u___ 衣u
蓓_ddd
蓖t___ 麻u
蓝qkje 光t图q天p屏j山j布s本t海v灰*牌j牙s田S筹t色j花x靛w
蓟v___ 县t州r
蓦u___ 地p然s
蓧s___
蓩u___
蓬tkl_ 乱u勃p头*松s莱s蓬V
蓼s___
蔑t___ 视r
蔓r___ 延p
蔔r___
蔗t___ 糖q
蔚wddd 为*县u山v景j来j然*
蔡sk__ 甸*
蔪t___
蔫t___
蔬t___ 菜n
蔷r___ 薇r
蔺___g
蔼sl__
蔽r___
蕃p___
蕉rm__
蕊slk_
蕓u___
蕖u___
蕙t_k_
蕨r___
蕲n___ 春R
蕴sk__ 含r涵t藏O
蕾wddd
薄mlk_ 命v唇x地x型w壁t层t幸u弱o情v技w板v片t纱w纸v脆w膜q荷T薄*被v酒w雾t饼v
薇oddd
薛tlm_
薜y___
薟u___
薡u___
薨u___
薪pm_g 水p资r酬p金r
薮t___
薯t___ 类s
薰rm__
薹t___
藉o___
藌t___
藏kjh_ 书Q传s僧w刀v北t区u医T匿s印v历u品s头V学u宝w家u式w戏x文s族N有r民u污*王v画s纳x经u羚w药u语r身R量v马w龙*
藐____ 视r
藓s___
藕lm__
藜t___
藤tkjf 本u椅t牌u萝t
藩pki_ 王s镇r
藻okhg 井p类r
蘅u_l_
蘑____ 菇p
蘸q___
虁t___
虎lggf 丘t口r头s将t山q年s狼t皮s豹t踞u门q
虏o_k_
虐s___ 待r
虑pl__
虔s___ 敬t诚q
虘o___
虚lij_ 伪r假o名r妄u实q寒u幻s弱q心s报t拟q掩t数t无s构r火t空s荣S证s词t
虞tkj_
虢w_m_
虫m_i_ 卵t子r害u草t
虬t___ 髯r
虮t___
虱s___ 子s
虹oji_ 口j桥t
虻r___
虼s___
虽j___ 则t然i说o
虾nllg 子r
虿u___
蚀q___
蚁q___
蚂s___ 蚁q蚱t蜂s
蚊q_m_ 子q虫t
蚋t___
蚌p___ 埠T壳t
蚍u___
蚐u___
蚑u___
蚓t___
蚕qllg 丝s桑t茧s豆q食s
蚜s___ 虫t
蚝t___
蚡t___
蚣__m_
蚤t___
蚦s___
蚧s___
蚨u___
蚩t___
蚬t___
蚯____ 蚓q
蚰u___ 蜒t
蚱u___
蚴s___
蚶t___
蚹u___
蛀s___
蛄u___
蛆s___
蛇mjj_ 头t岛t纹*
蛉t___
蛊r___ 惑u
蛋llj_ 壳p白O糕q黄t
蛏s___
蛐u___
蛑t___
蛓r___
蛔q___ 虫t
蛘t___
蛙p___
蛛p___ 网t
蛞u___
蛟pml_ 龙t
蛤s___ 蟆r
蛩s___
蛭r___
蛮o_m_ 夷t子r横s
蛰t___
蛲u___
蛳u___
蛴t___
蛹q___
蛻s___
蛾q___ 眉t
蜀mi__ 中t国t汉t
蜂oklf 巢j拥s窝s群t蜜q起t
蜃t___
蜇u___
蜈_m__ 蚣p
蜒t___
蜕s___ 变s皮u
蜗u___ 牛s
蜘____ 蛛q
蜚____ 声t
蜜qll_ 月s枣q蜂q饯s
蜡p___ 烛o黄t
蜥s___ 蜴s
蜰q___
蜱u___
蜷t___ 缩s
蜹u___
蜻____ 蜓s
蜿____ 蜒o
蝇q_mg
蝉pmmg 联s
蝌s___ 蚪q
蝎rm__ 子r
蝗r___ 虫s
蝙____ 蝠q
蝠t___ 王t
蝮____ 蛇t
蝰u___
蝴_l__ 蝶P
蝶rljg
蝽u___
螃____ 蟹r
螅q___
螈u___
融pjl_ 为*入p化q合n水s汇u洽r资o通t
螒u___
螛s___
螟u___
螨q___
螫t___
螭q___
螯s___
螳____ 螂t
螺pm__ 旋P纹s
螾r___
蟀u___
蟆s___
蟋____ 蟀r
蟑____ 螂t
蟒q___ 蛇t
蟛t___
蟠sj__ 桃t龙q
蟢u___
蟪u___
蟮q___
蟸r___
蟹o___
蟾q___ 蜍r
蠊t___
蠎t___
蠓t___
蠕u___ 动q虫s
蠖t___
蠡tk__
蠢q___
蠹s___
蠼u___
血k_m_ 丝s书r亲t压p型r小*尿t性r战r本u栓s气t水s汗T污s泊r泪r流q浆q液n淋*清q渍t症s痕s管o糖r红S细*统r缘q肉R脂t脉s
 腥o色q衣s路s迹q
衁q___
衄u___
衅r___
行ihgg 不*业k为k之*书u事n人o伍t会s使l军p凶s刑q列p刺q动k医r善t囊s头t宫r家r将s当r径p情m政I文s星p李o止s省n礼p程p
 经t署r者l至q船u营s装s规t贿r走o路q踪r车r辕q进p销s长q驶p
衍rikg 射q生Q
衏t___
衔nl__ 接p
街k_h_ 上n区s口t坊q头n巷r市r心t边t道l面t
衙qm__ 内t役r署p门m
衡qigg 山Q州w平v水V量o阳S
衢r___ 州t
衣mhj_ 冠r帽t料t服l柜t物q着q衫o袋s袖p裙t裤s裳p襟p角t钵t领s食q饰s
补mjm_ 丁s习T交w休v体u偿N充M入w养v办v助Q发v品u射v录v心w报s救q时v正w气u水v泻w涨s漏w牙x益t种w税v给P缀u编u缺r考w
 肾s色w药u血q补u语w课s贴p足t过u选q遗u钉v锅*
表kkhg 决M叔t哥q妹q姐s字t层q弟s彰q征r态o情n扬q明l格r演M率r现I白s皮q示i象s达M述p里t露s面l
衩u___
衫ojj_
衬ql__ 托s衣r衫q
衮r__g
衰o___ 亡q减s变q弱r微s竭q老q落o败r退p
衲t___
衷q___ 心r
衾s___
衿u___
袁qkk_
袂u___
袄q___
袅t___ 袅s
袈____ 裟q
袋omm_ 中s子r鼠t
袍n___ 子r服t
袒t___ 护t
袖ol__ 口s子p手t珍t箭t
袜s___ 子q
被fk__ 俘p动o单t叫q告P囚t子p害S捕n盗s窝q统*褥r评r迫m选*
袭m_k_ 击n扰t
袱q___
袷r___
裁nkk_ 军r决p减r判O剪t员p定r撤t断s缝r
裂n___ 化t变q开r片s痕t纹q缝q谷r隙r
装k_l_ 作q修q做t傻u入s卸Q填r备k扮q有o机S束q满s潢s点t甲N置l药r订t载q运t配q饰N
裆t___
裇r___
裉u___
裏p___
裔ull_
裕tgi_
裘s___
裙o_k_ 子q
裤p_l_ 子p带s脚t腿t裆t
裨s___
裱t___
裳t_m_
裴u_l_
裸q___ 体r露q
裹n___
裾u___
褂q___ 子s
褃u___
褐q___ 煤s色p
褒s___ 奖t
褚ul__
褝t___
褟u___
褠q___
褡u___
褢q___
褥s___ 子u
褪p___ 色t
褰o___
褳t___
褶r___ 皱p
襁____ 褓t
襄mei_ 城U州o樊Q渝*阳j
襕u___
襟q___
西iefg 为*亚p京s人t伯*侧o便*兰t化s北L区t医r华q单r南L厢*双*口r向*周n四t坡s城p域n基*塞*夏O天r学r宁r安M宫s山p岸o
 川s平r式t征t德r方K施s昌t晋n暖*服s朝*柏*欧o段s汉n江q沙r河t洋p海U游T湖p王U班*瓜q直*站r端s红*线r经s苑s药s营t藏m
 街s装q西*贡u路Q边o辽u郊r部l门O陵R雅*非r面q风r餐u魏r
要e___ 不*么o义t冲r务r员s命q塞q害p强t挟s数t旨q是m死p求i点q犯r素m紧o约s职s脸t诀t说n道q钱q领r饭t
覃__l_
覆o___ 亡u灭r盖N辙t
见ghe_ 习s于n到k外s天t得p怪s效r教s方q状r称t见q解o证P识o谅t长o闻r面M鬼t
观lih_ 世*众m光p察M念l战r摩r景s望q测N点l看n礼S赏P音p
规nlk_ 划L则m劝t定I律L整r格o模J矩n程r章P约s范L避r
觅o___ 食r
视m_m_ 为n作r力q听s图j察N差t点t线p网*觉p角q距s野p频n
览q_l_
觉kii_ 察q得i悟q着q醒p
觊____ 觎s
觐u___ 见s
觑r___
角mll_ 儿u动*度m楼r球s膜R色n落p质r逐q速*门t
觚u___
觞u___
解kki_ 乏v体p元w决J冻s剖P劝u压v嘲u囊x困s围r宝s密s开o忧u恨v惑t愁w手u放J救q散p数u构w析P毒Q民*气u法r渴t热t百v盟w
 码U禁t答o约u绑j职t聘u脱p药v表u解*译x说Q读p调w送v释J锁j闷s除j难u雇s题q馋w
觥s___
触o___ 动q及q发r怒r手r摸s犯r电s觉s角r
觯t___
觳t___
觺u___
言jiff 中t伯*官t行q论p词s语m说s谈r辞r达*
訷u___
詈s___
詋t___
詹t___
誉nfl_ 为n
誊u___ 写s
誓oml_ 师t死q言r
誰t___
諲n___
諷u___
謇s___
譙t___
譥s___
警p___ 力u卫P告o备R官p察N惕o戒P报q方p犬s示r觉q车s醒s钟s
譬____ 喻t如P
计l_i_ 上*件W价T入s分u划I委q息w成w提s数R无*时S生U票u程*税w策q算L议q谋r费J较j重w量J
订n___ 单q婚s正u票t立p约u货r购q阅t
讣u___
认m___ 为h准t出p可o同p定n得n清r真l知q罪u证o识K购r输r错r
讥s___ 刺s嘲t笑s讽r
讨m___ 伐q债s厌p好p教s论K饭s
让gli_ 位r出t利s开s步q渡t给r路s
讪r___
讫r___
训oji_ 导s斥r练K诂s话t
议mlj_ 事N会L决t员n和q定Q席t政r案m程p论N长q院t题p
讯l___ 息q
记klh_ 下s不*事s住o分t叙t号q名t录j得m忆N性s挂s数s者I载l述o
讲j___ 义r习q台r坛t学q师s座q授q求p演r理t稿t究n经u解q讲s话m课r述p道t
讳p_m_ 言t
讴____ 歌s
讵s___
讶u___ 异t
讷r___
许mkl_ 三*下s久j二x可p国v多I婚w家p州x愿s昌*由x立*许*诺r都s配s
讹q___
论k_j_ 丛t争t及s坛l战r据s文n断q点q理t罪t者s著r衡u证n语r调t辩r述n题q
讼r___ 案s
讽t___ 刺o
设ikj_ 伏u在n备k定q宴r想n施l有m法o立k置l色u计J防r
访n___ 华r谈p问m
诀p___ 窍r
证llk_ 书n人r件q券L实n据n明k监*见q词s
诃r_l_
评n___ 为n书t价m估n分s判q奖r委R定q审p比s测s点t级r议r论M语s说r述s选o
诅____ 咒r
识mlk_ 别o字r相t破r见t
诈q___ 欺t骗r
诉p___ 求t状u苦s讼N说q诸t
诊q___ 所s断n治r疗s
诋____ 毁t
诌u___
词lkie 义s人s儿s典o句s曲s条j汇p源t组t语q
诎u___
诏lmi_ 书m令p
译nlj_ 作t名u员s成q文r本q者s著t
诒tmm_
诓s___
诔t___
试l___ 制r剂q卷q图n射r想s探q样t演t点o用P管q纸t行q试P问r题p飞Q验L
诖t___
诗kddd 书s云t人m体s作r句q坛u学u意r文o歌n社t篇p经r词q话s选t集p
诘q___
诙s___ 谐s
诚phg_ 信p如t实q心r恳q意q挚s然r
诛o___ 戮t杀s灭t
诜s___
话hkk_ 儿s剧P头s本t筒r语Q费j音q题n
诞r___ 生n辰r
诟s___
诠s___ 释r
诡r___ 异q秘s计q谲u
询rkl_ 问m
诣t_m_
诤s___
该h___ 书o会s党r刊u剧s区s县u团r国q地r城s处r局t市o当q所s报s文t是q机q校p案t死r片t病s省t社t种t科r类t行r车q部s队s
 院r项r馆t
详o_k_ 尽q情p细m见r解t述s
诧s___ 异o
诨s___
诩slm_
诫r___
诬r___ 告s蔑s陷q
语lddd 义s句r塞t境s声r录s意s感u文o族p气o法p种r系q言K词t调r音o
诮t___
误n_m_ 事t会p伤s入t区q国t导R差q解o认*
诰o___
诱q___ 人q使t发q因s导q惑P敌t降t饵s骗t
诲p_m_
诳r___
说d_k_ 不*书t了*出m到*唱s好p完m实*教s明K服P来n法m理t白*真*破t穿t话J说*谎r起n辞t道i错q闲*
诵q___ 经s读s
请im__ 便u假r勿s安p客r愿n教o来p柬t求m示p罪t问p
诸khg_ 事r位p侯o君s国p城S多O如O子S州p帮*暨u法x职*般q葛s
诹t___
诺nbbb 华t基*夫t曼*言r贝*
读lm__ 书M写r出t取t完p数t本t物r经t者m音t
诽t___ 谤s
课m___ 以t余u堂p外s文t本q目p程m税t题N
诿t___
谀s___
谁i___ 家q料t知o
谂u___
调kji_ 价s任r低t侃s停s入s关*养s出t制p剂p动n匀s味Q和p回t处u子s度q式t情t戏s拨s换t控o教s整k料t来r查K档s治u理s用q
 皮r研p离t笑t节m蓄r解p试r运t遣q配r酒*集q频t
谄s___ 媚t谀u
谅q_m_ 解r
谇u___
谈kml_ 不*价j何*兴w判M到o及s古*吐t天*好j妥j得*心s恋*情*笑T虎*论o话m谈P资v起q道w
谊r_kg
谋nki_ 划r反q取r士r害s杀q求p生q略r
谌u___
谎q___ 言r话s
谏oki_ 阻t
谐q_m_ 和u振s波u音t
谑r___
谒q___
谓olj_ 词t语u
谔t___
谕okj_ 令t旨r
谖s___
谗s___ 言u
谘t___
谙s___
谚t___ 语r
谛q___
谜o___ 团t底t语t
谝q___
谟qli_
谠s___
谡s___
谢miig 世u天*幕t恩p意t持x绝s罪s谢O通*
谣s_l_ 传t言p
谤t___
谥q___ 号t
谦tddd 和t恭s虚q让s逊r
谧t__g
谨o_j_ 慎o防t
谩r___ 骂t
谪t___
谬w___ 论t误r
谭p_m_ 家r
谯w___
谱mmi_ 写s
谳u___
谴s___ 责o
谶r___ 纬t
谷qhgf 主r口s地p城R子q底r氨*物p种x类T粒w
豁r___ 免s出r然r达s
豆mjjg 制*子t浆s科s类r腐O
豌____ 豆o
豐t___
豕u___
豚t___
象kij_ 山q形t征L是o棋r牙q
豢r___
豪oddd 华O奢t宅s客t富t强r情s放s斯t族u杰p格s气s爽s绅t迈r门s
豫oij_ 东s剧t北t南t州t西S
豹p_j_ 子q
豺u___ 狼t
貂qm__ 皮t
貉t___
貌o___ 似t
貘u___
貜p___
貧r___
貫u___
賍s___
賨s___
賬r___
購n___
贝ogh_ 京x利*加*勒r壳J宁r尔p拿*母q类r雷*
贞qhg_ 元t观r
负lm__ 于s伤r债Q心s担n数t有q电T离*荷q责J载s重r面p
贡pkj_ 品q士r物w献l生x茶r赋t酒w院v
财njk_ 主r产K会t力p务n团r宝s富l年q政K源s物o神u税q经p阀s
责o_m_ 令r任K备p怪r成q罚s问s难r骂s
贤ogf_ 弟q王u能t良q
败mli_ 亡s仗r兵t军t北t坏q家*将t局s类s绩t血*诉u退r阵t露s
账o___ 单u号t户P房t目r面t
货m___ 币K架t栈t款s源t物n舱s船t色s车r轮t运Q
质llk_ 变s地o子q心t感q押s朴r检t点r疑p询p量k问r
贩q___ 卖p子r毒r运s
贪o___ 图r墨t婪p官r心u恋t欲t污p财t
贫o___ 乏r僧r农r困N富p寒q民p瘠s穷p苦p血q贱t道q
贬p___ 低s值p
购o___ 买L入s得t房R汇t物o置r进s销s
贮q___ 存q藏p
贯thkg 彻m穿q通p
贰q___
贱o___ 人r民t
贲xkm_ 门w
贴ll__ 切s图t心t现R着q补t身q近q金q
贵lfg_ 人q国s在t妃p妇t姓t客s宾q州O戚u族l胄s贱t重q金*阳Q
贷o___ 款l
贸r___ 易K然q
费mji_ 事t力q劲s县j口*城s尔*尽*工W心s手*时r率j用J神u米t解s边w钱w
贺rjj_ 县w喜s州j海t电u龙r
贻sj__ 误s
贼l___ 人r
贾rii_
贿s___ 赂p
赀t___
赁t___
赂u___
赃t___ 物u
资n_m_ 产M助n历r料k本J格M深p源I讯p财q质r费o金k
赈r___ 济r灾t
赊t___
赋nkj_ 予m值t役r有s税p诗t
赌o___ 博p场r客u气r注t钱r
赍q___
赎q___ 回s罪s
赏mlk_ 心r月t玩u罚t花s识q赐p钱t
赐mkh_ 予r教t
赔o___ 不*偿o款j率r笑t罪s钱u
赖skl_ 以R帐w氨*账v
赘s___
赚n___ 取s钱p
赛mhh_ 事p会t制t前q区r后p图*场q季n程t跑t车s迪*那j马t
赜t___
赝u___ 品u
赞niig 助Q叹p同p成o扬p歌u比*礼t美q誉r许s赏p颂t
赟s___
赠pm__ 与t给t送q
赡r___ 养t
赢m_j_ 利r家t得o
赣pm__ 南r州s江t
赤mii_ 壁O字q峰t手*条*杨s水t脚s色u裸S诚u贫t道p
赦o___ 免s
赫tgh_ 兹s卢*拉S然q赫s鲁*
赭u___
走g_j_ 上n人s低u入q兽q出m动r势p后*向l廊o开q强s掉t时s来o江*漏t狗p着*私o红t访p资*走q路o过o近o进m遍s马*高s
赳u___
赴l___ 任t宴s
赵qhj_
赶l___ 上o到n制s回p往r忙p快m来o着q紧m走q赴s超t路q车s集t
起gghg 义L事s亚j伏o先q兵p初o到n动s劲s哄r因q始r家s居r床p来h步p源n火q点o爆u用r疑r病s眼t码p程s立t脚t色s草p落R诉p
 跑*跳t身m重T降q飞o
趁n_l_ 势s早r机p着p
超lddd 乎s人s低*凡t出o前q声R大t导Q市p常t度t强t新*标r生t级o群r脱t负*越o载u过j重u音*额R高*
越ihg_ 位s俎*儿u共u冬r剧t加s南N发o国p城*境v州u战t是n来*洋v狱u界u秀j窑v级u过t野R
趋n___ 于o势m同u向o
趔____ 趄t
趟p___
趣qm__ 味q
趱t___
足kkk_ 下q以p协q印t坛s够m尖t底s球N联s见r足q踝u迹q额t
趴q___ 下t在p
趸r___
趺u___
趾p___
趿u___
跃mih_ 上q入r出q升t居s起p迁r过t进s马t
跋q___ 扈s涉r
跌m___ 价u倒q入s宕s幅s打t破t落q
跎u___
跑j___ 动t步s遍t道q马t
跗u___
跛r___ 子u
距l___ 离l
跟hm__ 上q不*前p头s着o踪o进r随o风t
跣u___
跤s___
跨m___ 上s世*入s国Q度p步t越P过r进s
跪m___ 下n倒p拜r
跫s___
路hhf_ 上j下x人S军t况j南t口j向t基s子p局x府*径p德t政w数t旁q易S标u桥p段j沿w演u灯q牌w由T矿u程q线L经t网u虎j西v见*
 费j边j过p透R途r通w遇u障u面j
跳k_j_ 伞r入t出q动q台s投q板r楼t槽o水q神t舞q跃q进r远t高t
践qk__ 踏r
跶u___
跷r___
跸t___
跹u___
跺o___ 脚r
跻u___ 身p
踁p___
踅p___
踉____ 跄q
踊s___ 跃r
踌____ 躇p
踏n___ 上p入r实p板t步s进r青t
踒u___
踔t___
踝t___
踞s___
踟____ 蹰u
踢m___ 球s
踦u___
踩o___ 踏t
踪q___ 影q迹q
踮t___
踰t___
踱q___ 步s
踵u___
踹q___
蹂____ 躏q
蹄q___ 声r子q
蹇r___
蹈s___
蹊____ 跷r
蹋s___
蹑t___
蹒____ 跚s
蹙q___
蹚r___
蹦p___
蹬p___
蹭q___
蹲o___ 下q坐s
蹴t___
蹶u___
蹼t___
蹿p___
躁r___
身ilh_ 上j下r世q为p亡q价q份M体k分o受p后m处q外t姿u子K孕t家u居s形p影o心p患t手q披q旁n材o段t法q着p穿o负r躯p边l长r
 陷t高p
躬q___ 身o
躯r___ 体p干r
躲l_m_ 开q藏s过r避p闪r
躺m___ 倒t椅t
軆u___
軓t___
輯q___
轛q___
车jjl_ 上o主j企j位J体p儿x兵w况j厢j友j号w商j场w型j城R夫r头j子p宽j尾j展j工x市w床u库j底s座w手u把v损J斗w机j架V框j
 桥x次u流T漆j灯j牌j用x皮v票r祸j程n窗j站o箱v组x胎x膜j臣s船u行J衣j裂u证j贷j费u身j轮Q轱*轴t载S辆j辕v辙t速j道r里s
 重j钥*钱x长j门j间j队r险j顶j马S骑s龄j
轧q___
轨p_m_ 迹q道m
轩tddd 然*辕t逸j
轫u___
转jig_ 世s业s为p义u交r会t入o制t动o化l发p变l口s向m告s回s型P增q头n嫁s子s岗u弯q录u念p悠s战r手s折P换n接s播s机q正r
 氨*炉u眼Q瞬T移l给s而p脸s行s角t让n身m轨s转s轮u轴s载r达q过m运p述t送t速r马s
轭s___
轮l_j_ 作t值t回q子r廓p式r换r椅t毂j流p渡t番p胎q船p
软lml_ 件L化s和t弱q木t泥t着*硬T禁s组*绵*语t软r骨s
轰n___ 击q动q炸P然r轰*隆S鸣S
轲_m_g
轴n___ 心U承r瓦r突u线s
轶q___ 事t闻t
轻kkj_ 伤s便s信t取t型p声P工P巧s度r微p快s忽t捷s敌r易n机*松n柔r武*浮t灵t率s盈r纺r蔑q薄r装r视q身r轻L重q飘*骑S
载mjjg 人r体q入q客s有r荷q运t重Q
轿m___ 夫s子p车p
辂r___
较h___ 为m之r劲t大k差o量o
辄t___
辅oih_ 仁t以s佐q助n导Q政r音s
辆m___
辇p___
辈n___ 份t出p分t子q
辉tdcd 映r煌o石s
辊u___
辍r___ 学S
辎____ 重r
辏q___
辐s___ 合t射M照t
辑p_l_ 录s
输ml__ 入n出m卵*尿*往t沙*油t注t液r球s电q给q血r赢r运t送P
辔r___
辕t___ 门s
辖k___ 区n
辗t___ 转q
辙t___
辛tiig 丑r业*亥V劳s勤n夷v店w格t苦o辛*辣R迪W酸s醇w
辜w___ 胜*负q鸿*
辞n_jg 世u典s别s去p呈t掉u职o行t退s
辟nk__ 谣t邪q
辣ok__ 味o子t手u椒Q
辨n_l_ 别q明r析s认q证r识s
辩o_m_ 护q解r论q证Q驳t
辫p___ 子q
辰pki_
辱p___ 没t骂s
边iki_ 上j儿u关u区p坡v城v塞s境N墙u带w庭w框w民v沟u沿q界N疆P线T缘N裁w角U贸w路t远r长t门v防P际q陲q
辽lil_ 东o代t南u宁O沈t河r西r阔q阳r
达heee 到j卡t尔T成n拉*摩q斡*标r玛*罗t芬*茂*西q赖r
迁mjjf 入r出u回t就s居q延t徙q怒t移p都o
迂t___ 回r腐t
迄r___ 今P
迅r___ 即s捷q猛q速k
过fd__ 上r不*世s于n人q份u儿p关q冬t分n剩p半s去i后p境p夜r失r头s年o度o往p得*户j手t招r敏P日*早o时q期r来j桥s河r活s
 渡M滤q激t热s电*瘾s目r硬q程i节r道s重r量q错r长r门s问r
迈olk_ 克*凯*出q向s巴*开s步s腾j进p锐*阿*
迎lij_ 候t击s合r头t娶q客t宾q战q接m春r晓s来p面p风r
运lii_ 作o到q力p动I回s城t往r气o河o用l移t筹T算p营O行m费t转p载Q输K送p通j量s销s
近ikm_ 世s乎q于r些*亲s代M似p况r前r卫*在*地t处q岸s年P战t日n期o来n海q现*程r臣t视s距t邻t郊r
迓u___
返n___ 回m国t程t航t还s
还e___ 乡t俗t击r原O好p手s是j有i款s清s给r要k贷t
这d___ 一*下*个g么I些g件l份n伙r会*位k儿l回o场m块o天n家o就*帮q方U时J本q样G根s次j点o种h笔p般m话m辆s边o部O里h项n
进ifgg 一*京p位s修q入i关s兵q军o出O击s制t化O占t去l发p取q口m场s城n境t士n宝s宫o屋q展n山r度q攻K村t来k校t步L气*水s
 深o犯q球o程m而n行G袭t言u谏r贡r货t退r逼r门o食r餐t香u驻p
远jgff 东p去q古q处n大t安O射t山s征P扬t方q景s望t期s洋q眺r祖s离o程o航s行s见s距*近q远M道t销p非s
违p___ 反n宪t抗r拗s法o犯s禁t章r约R纪q者r背o规q
连mfg_ 不*串w云J任q体x作v入w动w发r合w同o唱x坐t城S声o夜o天s屏j山v州j带j干x年q忙n成S战u手x接J日Q杆u根*江j滚*片u
 环R珠s理v生u用v番w着j篇V累r线s结r络w续J绵R缀v网x胜s营w词w败t贯s身x轴*载t连n通s部u锁Q长p队q阳w
迟nll_ 到j早p滞t疑O缓r误t迟J钝r
迤r___ 逦t
迥q___ 异s
迦qlj_ 太*
迨s___
迩u___
迪uddd 士*奥s拜s斯*
迫o___ 不*于q使n击*切p害p近s降t
迭qm__
迯t___
述nil_ 职s说r
迳q___
迷nmm_ 人q信p失r宫q彩T恋q惑q惘r离s糊r茫r路s迷*雾r
迸q___ 发s裂t
迹pl__ 象p
追l___ 兵r击p加o回t寻r忆t悼*捕s捧s杀r查s求m溯p究o索t赶o踪q述s逐p问p随Q
退km__ 伍s休O位q保j兵r出m化p却p去r后r回p学t守s居s役p步t票t税t缩q色s让r走r路r还r避s
送j_k_ 与s交s信s入r别s到n命u回r往q料s来o死t礼q给n葬t行r走r达r还t
适pjl_ 中q于o合l宜m应K度q当l才n时p用m逢t量q龄q
逃l___ 亡q兵t出p命q奔t往q散t生q离r税t窜r脱p荒r课t走n跑o逸t遁t避p难r
逆nl__ 向t境s差s流r行t贼r转q
选kjj_ 中r举J人r任p修s入s出m区o取q址s定p手m拔n择J料r材t民m派q用p矿t票o美t育t购r送t集p项p题s
逊qgg_ 尼*色r
逋u___
逍pl__ 客j遥Q
透m___ 亮t出r射t彻r支s明N析r气s视r过p镜r露m顶s风t骨t
逐o___ 一q个t出q年p日t次t步l渐k级s项u
逑u___
递m_k_ 交r减r增n归t给o进t
途o_m_ 中o岳j径m昂j经r胜j观j
逖_m__
逗q___ 留q笑t
通jhfg 义v书v人w令t体s例s便v俗P信M共v关u典v则s判t力V化J县u史q向o告r商o城R天P奸r婚s宵R山U州J工W常k式t往n志t性w
 情*感x才u扬*报o政S敌u明s晓r气s水x河u海V牒s用N电J畅s病u盘u直v知M称o篇u红o经v络w统v缉R联w胀S航n融t行O衢o观x讯N
 许w论t译w话J读t货R路s身t车n辽j达p过H连x透t途t通t道m邮u配*量u铺w风J高p
逛o___ 街s逛s
逝p___ 世n去s
逞q___ 强t
速nlk_ 写u射t度k成t率q腾j
造m_k_ 价q作u假r像r化q反O型n就o影s成k林o桥u次t福r纸P船P血r访t诣p谣s
逢ojk_
逦u___
逮p___ 捕n
逯y___
逵u_j_
逶____ 迤t
逸pddd 安*
逻p___ 辑N
逼l___ 人r死s真r近p迫q问s
逾p___ 期s越r
遁r___
遂lkg_ 行r
遄u___
遇mjk_ 上o事r到l刺s害s见p险s难r
遍m___ 体t及o地q布o
遏s___ 制p止s
遐____ 想t
遑u___
遒u___ 劲t
道eeee 义r人o光p具o别t口t喜u场q士o姑r家r德m教N旁s歉q特r理m白t统t行s袍s观s谢r贺t路l长p门t
遗ol__ 书q产m传O体p像t嘱q址k失t存q弃r志t忘q恨u憾o民u漏q物q留o精t言r诏s迹o风t骨s骸t
遛t___
遣n___ 使q散t返s送s
遥pddd 感q控r望r测s远o遥s
遨____ 游t
適u___
遭m___ 到l受m殃s逢r遇n际s难u
遮o___ 住q拦s挡s掩r盖s蔽s
遯u___
遴____ 选s
遵skm_ 义r从r化t命s奉u守n循o照q行u
遺u___
遽t___
避m___ 免l孕R寒r开o暑q让s讳t难r风r
邀o___ 请M
邂____ 逅s
邑pjje
邓sj__ 县v州j禄*
邕u___
邖t___
邗____ 沟u
邛t___
邢t___ 台J州x
那fjh_ 个j么i也*些i会*位n儿n双q场q大q天m婆*幅s年p拉j日p时l晚r曲j末o条o样k根r次p段q种l老*般r边n里j阵*马r
邦lggf 交t
邩u___
邪n_l_ 恶r教t术t气s
邬u___
邮q_m_ 件q寄t局r报t政O电p票q科*箱t编q轮t
邯t___ 郸r
邱vl__
邳t___
邵vl__ 阳*
邸u___
邹w___ 县w城*
邺qlk_
邻n_k_ 人u国p居p接t舍t近o邦r里t
郁vddd 滞x积t结u郁S金*闭x闷j
郃r___
郅r___
郊p_l_ 区p外q野t
郎rjfg 中q君q
郏x___ 县w
郑nkl_ 克q卫*州O重P镖*
郓t___ 城*
郝u___
郠r___
郡jhf_ 主q县R守t王r
郢o___ 州r
郧p___ 县r西*阳m
部jjg_ 下o件p位n分h委o将q属o族p类o级s署m落n里s长L门i队j
郪s___
郫____ 都j
郭qik_ 公*家*
郯____ 城j
郴t___ 州j
都dfi_ 司s城o大*察*尉r市P御*柏*江*灵s督O统q行j邦j
郾y___
鄀s___
鄂omk_ 三*东o南o城*尔*州N托*温*皖r菜*西M豫*
鄄s___
鄙q___ 人u俗r夷r薄r视r
鄢__m_
鄣s___
鄯u___ 善t
鄱t___ 阳*
酆x___
酉r__g
酋s___ 长q
酌r___ 情t
配ml__ 件p位r偶q制r发s合l售t备o套n子r对s属t料t方r有q殿q用s电s给s置n股t色r角t送t额s
酒jli_ 会s保r具t厂t后s吧q壶r宴s家p席r店m意t杯p楼p气t水t泉r瓶s类s精P肆t肉r色u菜r量s食r饭t馆t香s
酗____ 酒s
酚r___
酝t___ 酿q
酢s___
酣r___ 畅t
酥o___
酧s___
酪t___
酬q___ 劳t谢s
酮q___
酯q___
酰r___ 胺r
酱p___ 油r
酵u___ 母s
酶o___
酷q___ 似s刑r暑s热t爱s
酸l___ 中*味s奶t性p枣t楚s痛r碱s菜t软r雨s麻r
酿r___ 制t成p造s酒q
醇o_k_ 厚q
醉nim_ 乡u人s心r意t汉u酒t
醋p___ 意u
醌u___
醒mml_ 悟q来q目r
醚s___
醛r___
醡u___
醤t___
醪t___
醮s___
醯t___
醴t___ 陵q
醺t___
采nik_ 伐S办s取j掘t摘r收t样t油t煤r用j石s矿Q纳p花q茶q药t访m购n邑t集p
釉q___
释skl_ 放m然t疑t
里fdec 克t加s外r头p奇u奥t尔t屋t德s拉t斯T昂r根t海r特s程N边j里*长u间r面k
重ihi_ 于s任p伤n修o兵q写u创r剑t力P压t叠q合s启t回s围r地s型p塑t复n大j头*工T庆L度s建m心p托t担q振s提s播t整s新k晶*
 机*檐o汽j温s演q灾*炮r点j物t现q用p申p病r症s离*组o罚t罪t者r臣q要H视k责t赏r返q逢s重O量N金S镇p阳p
野niif 人p兔s兽p史t味q地s外p心P性t战P果t牛t狗t猪r猫s生n花s草s菜r蛮o马s鸡t鸭t
量jkk_ 刑t化s变t子P度t级s
金ndf_ 三*丝P丰*丹t乡w井v交*代p价s像X元r光Q兵r冠r刚p利r匠w匮*华J卡j发s口u台p叶v器w国r圆*地w块w坛j城s堂j士*声v
 奖s嫣q子q字T学v安w家t富u屋w属L山j川s州u币j平p库t庸q志w戈*文s斯*昌s星p本*条t杯j枝w枪V根t棕*榜V橘v正*殿n毛w水j
 沙J河x泰x熙u牌j牙p牛J球V瓜v瓶*田*疮w盆t石Q矿s秋r秘*箍*箔q簪x粉w缕*色j花s莲q蛇r蝶s融J表u谷w象t质S轮P边s都v金w
 针R钢v钥*钱o铃u银n铺s锣r门S陵q霉*靴v顶u领t额j风w饰v马V鱼s鸡R黄Q鼓*龙j龟*
釜o___ 山s
釼t___
鈥m___
鉔t___
鉙r___
鉴pkjg 于o别q定O赏r
銆k___
銐t___
銮tlm_
銶t___
鋈s___
錘q___
錝t___
錞u___
錧q___
錯s___
錶u___
錾t___
鍂r___
鍊q___
鍋q___
鍍r___
鍎s___
鍏m___
鍐n___
鍑n___
鍒m___
鍓p___
鍔o___
鍕r___
鍖p___
鍗o___
鍘o___
鍙m___
鍚m___
鍛o___
鍜o___
鍝q___
鍞t___
鍟q___
鍠r___
鍡u___
鍢r___
鍣u___
鍥o___
鍦m___
鍧q___
鍩r___
鍪s___
鍫t___
鎏t___
鎝u___
鎬o___
鎭q___
鎮q___
鎯o___
鎰p___
鎱t___
鎴n___
鎵n___
鎶o___
鎷q___
鎸p___
鎹r___
鎺q___
鎻r___
鎼s___
鎽s___
鎾s___
鎿u___
鏀p___
鏁p___
鏂o___
鏃n___
鏄l___
鏅o___
鏆s___
鏇r___
鏈m___
鏉n___
鏊u___
鏋p___
鏌q___
鏍p___
鏖____ 战s
鐏r___
鐐q___
鐑r___
鐒p___
鐓t___
鐔u___
鐖r___
鐗o___
鐘s___
鐙r___
鐚t___
鐜p___
鐝u___
鐞r___
鐡u___
鐢o___
鐣r___
鐤r___
鐥s___
鐧r___
鐨k___
鐩p___
鐪n___
鐫p___
鐬t___
鐭q___
鐮s___
鐾u___
鑜u___
鑨u___
鑫wjj_
鑰o___
鑱s___
鑲q___
鑳p___
鑴q___
鑵r___
鑶u___
鑷p___
鑸s___
鑹r___
鑺s___
鑻p___
鑼u___
鑽r___
鑾s___
钀q___
钁t___
钂u___
钃t___
钇u___
针mlk_ 刺r叶T头t对L尖u灸q状t线s织t
钉n_l_ 子r
钊qlj_
钋t___
钌u___
钍s___
钎u___
钏y_m_
钑q___
钒q___
钓q_m_ 鱼Q
钖t___
钗rlk_
钙o___ 化t质s
钚s___
钛o_m_
钜u___
钝q___
钞p_l_ 票q
钟pgif 乳*体x声r头j山s情s摆v楼s点v爱s祥j离w表s鼓t
钠o___ 灯t盐t
钡q___
钢mkjg 丝s刀r厂q叉t材p板q梁s琴O盔t笔s筋p管r绳t轨t针s铁M鞭t
钣u___ 喷j金j
钤s_m_
钥s_m_ 匙p
钦rhi_ 佩q定r州u差P慕w敬v羡v
钧pjg_
钨q___
钩n___
钪t___
钫u___
钮x___
钯q___
钰_ddd
钱ijl_ 包t塘s币p物t粮s袋u财q
钳r___ 制u
钴p___
钵ql__
钹t___
钺t_m_
钻mlk_ 井s入q孔s探s机t石q研q营u进p
钼q___
钽s___
钾p___ 盐s长*
钿u_m_
铀p___ 矿s
铁kfi_ 丝R人u制t匠r厂t器r塔s山*岭t心t戟r掌q木*杆t杉t板s栅*树s桶s棍t棒q环t甲r皮t盒s矿O笼u罗*胆*证r路J轨s道S钉q
 铲u链q锁s锅q锈u锚t锤r锹t门q青q面t饭*骑r
铂q___
铃tlk_ 声r铛u
铅nm__ 笔Q
铆u___ 接t
铉__k_
铊u___
铋s___
铌s___
铍s___
铎w_i_
铏r___
铐r___
铔t___
铙x___
铜lljg 像s元t器q城t板t牌q矿q钱q铃t镜r陵s鼎u鼓t
铝o___ 合*土S矾*
铟u___
铠s___ 甲s
铡r___
铢s___
铣r___
铧__m_
铨uli_
铩s___
铪u___
铬p___ 铁*
铭qddd 刻t文p记t
铮pddd 铮s
铯t___
铰s___
铱t___
铲o___ 子t除s
铳s___
铵t___
银kgg_ 丝t两q元q光s制v匠s发u号w器t团w圆u奖q姑x子l屏v川Q币s幕s座v本*杉v杏q杯w根u河J洋v海r滩x灰*牌r瓶v白U盐x盘u
 矿t碗x票r线w联j色j花u蛇w行J装w质v轮u针q钱r铃w锭u镜w须w鱼m鼠x
铷t___
铸omjg 币r成r造o铁q
铺k___ 上s垫s子r平t开t盖s筑r设q路t面t
链om__ 子s接p条s球*
铿q_m_ 锵s
销o___ 售K往t毁q路s量q魂t
锁nkj_ 定q链t骨t
锂r___
锄q___ 头s
锅m___ 子u巴n底t炉Q盖u
锆w___
锇u___
锈s___
锉t___
锊u___
锋sddd 利q线t芒s范j锐s
锌n___
锏q___
锐uddd 减r利r意u气r界j
锑q___
锒u___
锓u___
锕t___
锖u___
锗s___
错k_kg 乱s事t位t失t怪t愕t综*落q觉r误k
锚r___
锛j___
锜o___
锝t___
锞tm__
锟_m__
锡ofh_ 伯T兰t华t山t林*矿t耶*金t
锢s___
锣q___ 声t鼓q
锤p_l_ 子t炼t
锥p___ 子t形s
锦nddd 囊t州p旗r标*江s湖j绣s缎s衣R
锨t___
锩u___
锭q___
键olk_ 盘q
锯q___ 齿r
锰o___ 矿s
锴__l_
锵t___
锶s___
锷u_l_
锸u___
锹s___
锺pl__
锻r___ 压u炼n造s
锾s___
镀s___ 金t
镁p___
镂q___ 空s
镅t___
镆u___
镇jgd_ 上p住t南T压m子s守q定p江p海s痛r远s长o静q
镉r___
镌s___ 刻t
镍o___
镏q___ 金s
镐plk_
镑m___
镒u_l_
镓u___
镔____ 铁t
镖o_i_ 局q师r
镗r_m_
镛__j_
镜nii_ 头p子o框u泊*片s面s
镞q___
镟t___
镠s___
镢____ 头t
镣s___
镦s___
镫s___
镬s___
镭s_l_
镯t___ 子s
镰r___ 刀s
镳u___
镶pl__ 嵌q
长hdf_ 三*久p乐r于q传t假p兄t兴t凳t剑n势u发r史s叹p啸s城j堤q处r夜s大n女t子o孙t宁j安J官o寿r尾s山q岭*崎s工s平t年r
 度n廊q征o成r效s方*时*春S期K条T枪s毛s江S沙M河p治T波t流t满r生r白T相r矛q短q石r空t篇Q线s绳t老m者r脚r臂t虹q街s衫r
 袍p袖t裙t诗r谈t足r跑t距*辈q辛*进s远o途q长R阳q青s鞭t顺t颈*驱t鸣t龙t
門u___
閑s___
閫p___
閬p___
閭o___
閮o___
閰s___
閱u___
閲o___
閽t___
閾t___
閿s___
闀p___
闂o___
闃o___
闄o___
闅r___
闆q___
闇s___
闈o___
闊q___
闟r___
闠s___
门hhgf 上p下o人o内p前m卫r厅t口l坎u墙r外l子s客t将q巴t帘s店s径t徒s户m房t扇t扉q板r柱t框s楣u楼p槛p洞o派r牌s牙t生r
 神s票p窗p第s类p缝r联s诊Q路r边r道r铃t锁u闩r阀r面s首t齿t
闩s___
闪m_j_ 亮r光R击X动p失s存s射w开r念w烁P现s电P石u耀r身q躲u过q避p锌*长*闪Q
闫x___
闭m___ 会l关r口t合r塞r幕r气t目r眼s经t锁s门s
问hih_ 世p候p卷s及r号s好s安t明s界j答s罪t讯t话q起p道k问p题g
闯mkl_ 入r王l祸t荡t进q
闰w_l_
闱u___
闲n_lg 事s人r居t心t散t时s暇o杂t着r置r聊s话q谈r适s逛t
闳r___
间i_k_ 作u冰*或s接O断q歇R谍p距r隔p隙q
闵vml_ 行J
闶t___
闷o___ 气s热s
闸o___ 门r
闹l_l_ 事p别*剧s哄*市S着*翻t腾s钟u革*鬼u
闺r___ 女p房t阁t
闻ljgg 一*其*到p名N所*知x见u讯q风*鸡*
闼u___
闽o_l_ 江s浙u西r
闾w_m_
闿t___
阀r___ 门t
阁mig_ 下p楼r
阄u___
阅pmk_ 兵R卷r历r览T读l
阆t___
阇t___
阈t___
阉r___ 党r割t
阊r___
阋u___
阌t___
阍u___
阎uk__ 王r
阏u___
阐s___ 发s明n述n释r
阑s___
阒u___
阔nkk_ 别u叶S绰u
阕t___
阖q___
阗tj__
阙r___
阜p___ 成*新t阳t
队j_i_ 伍k列r友p员m形r里r长n
阡t__g
阬u___
阮um__
防mlk_ 伪t务o区s卫P备p守n御M护O控t晒S止m水p汛r治n波*洪r渗s火R疫t病t癌t盗t空N线o腐Q范o虫s身s风t
阳qfee 光M关t刚*历t台r坡u城s子r宅w山w平*府r性Q新P春j朔J极s气s江j沟u泉j湖w痿s离*线t萎x谷V间v面x
阴mik_ 丽*云s冷s凉u历s囊t山s影o性s暗r曹u极s柔t森S毒r气T沉Q离*茎r虚s谋n道P郁t部s间s阳o险s雨s霾t风s
阵mkj_ 亡q列t前r势q发*地N型u容o法p痛t线q脚r营q阵p雨t风s
阶nkj_ 层o梯P段J级L
阻n_m_ 击r力p塞r尼t抗t拦o挠p挡p断s止n滞s碍o隔r
阿kfh_ 东u克*兰t兹*勒*卡t古*合*哥n图*坝j妈*姆*姨r婆t富*尔*弥*房*拉R拔*斗u斯t昌*曼p根*格*森*波*泰*济*炳*特*瓦*
 留*维*联*苏t荣*訇t诺*贝*里p
陀s___ 罗t螺R
陂u___
附mm__ 中q件q则u加Q和r属o带r庸t录s息s有r注u着q睾u耳t肢u设u近k
际okm_ 遇t
陆qii_ 上p军M地o域w基t壳w委*定w家W战S机v架v海U游p源w相T续m羽q航V路q运u防w陆*
陇rjl_ 右t西s
陈phi_ 列p家*旧q规v设q词*述p
陋s___
陌s___ 生O
降kjj_ 下t临p价p低l到q压s幅s服t水O温r生s级s落P解s雨R雪t顺t
限m___ 于o价t制L定q度o期q量s额q
陕plm_ 北p南u汽j甘R西M
陙p___
陛q___ 下m
陡p___ 坡s壁q峭r峻t然q
院kji_ 中p内p墙s士n子m校l系t落q里p长k门q
除i_m_ 了k以s去p夕s外p掉r权t此*草*非o
陨s___ 石q
险n___ 些o境t峻r恶p情s滩t胜t要q
陪l_i_ 伴q侍u同p嫁s审S葬S都u
陵mggf 区q园s墓p寝s
陶tjig 业w冶s制v器o土t塑v工w式x方u片s瓷P罐u者v艺x醉r
陷n___ 于p入n坑u害q落q阱p
隅q__g
隆rhhg 中o冬r回j庆p昌j胸t起q重o隆r
隋s___ 代s唐p朝q末t
随kkk_ 之o从p便n军r即l口q同q后l员t和s地t处t州M心*意n手o时m机p着j笔s葬T行r访t身p
隐nji_ 伏s匿s含r喻t士t居p形q忍s忧t性s患p情t晦t没s瞒p私q秘q约q蔽P藏o身q退s隐O
隔l___ 壁p声u开q断t河*热t离p绝q膜s阂s音j
隘q___ 口t
隙q___
障r___ 碍M
隧t___ 洞t道o
隨r___
隰u___
隳u___
隶pml_ 书s属o
隷s___
隹u___
隼r___
隽r_k_ 永u
难ijl_ 为*事s于q产t以l保q免o关r受o听s堪q处s度n当q得n忍q忘q怪p民p测s点q熬s看q缠u者t耐t解s言s说r辨t过p逃r道k题o
雀pjm_
雁ukk_ 湖r门T
雄mhf_ 伟o健t厚q壮o姿r心s性q浑r狮s花s蕊q辩t风r鸡t鹰u黄u
雅oddc 克r典O利*加*各s尔*思r致r虎r阁j高s龙s
集kih_ 中K会o体M合N团J子t市r成P散R权s约*结p群r聚s装*训Q资q邮t镇q
雇p___ 主p佣P员r工s用q
雉r___
雌o___ 性r激*花s蕊s雄q
雍vkj_ 和*容T州t正p熙v
雏tm__ 形r鸟t
雒v___
雕m_j_ 像q刻n塑O栏r版t琢s花s
雠s___
雨lddd 伞t声t天t子t季q晴s来s林t果t水p淋s滴t点s燕u衣t量r雪t露u
雪lcdd 亮s佛*地q山o峰s崩s松s梅s橇t水t片t白o线s花q茄t豹t
雮s___
雯_ddd
零nm__ 下s乱t件q售N散s星p点q碎s跑j部*配*食q
雷nffg 体w克*公s凌j击r劈w动u区u厉*声q州s打*文*暴t朋j火W电q管t观v诺j达j锋r雨r霆r音v鸣S
雹t___
雾nll_ 气r水t
需k___ 求L用s要H
霁ul__
霄xddd
霆_lj_
震mgkg 中t动o天q怒s惊o慑s撼p源t级t荡q颤r
霉q___ 变u素t菌r
霍sij_ 乱t县w地r城*尔*州w然u都s
霎t___ 时P
霏rddd
霓q___ 虹*
霖xddd
霜olig 冻t降s
霞qcbc 光s
霭t_m_
霰u___
露mddd 出m天p头t宿t水s脸t营t面q骨t
霳o___
霸oji_ 业t主r占s权q气t王r道r
霹____ 雳q
霾s___
青lefd 光t史u城P壮*天s少*山R岛M州r年K春O木R松t楼t海O溪t烟t瓷s睐p石R砖s稞s竹q筋s紫u绿t色r花s苗u草q菜s葱r蒿t藏R
 蛙q衣q铜O霉*青o鸟u龙s
靓uml_
靖tcdc 哥*
静qddd 候t养t力*听s坐r安j寂t态r怡s悄*止p电q脉p观t谧t静R默q
靛q___
非ihh_ 人t但q典r农*凡p分u同*国*常i得q政*晶*暴*正*比t法n洲L理*生*礼t线*议t金*
靠k_l_ 不*山r岸t得*拢r着q背u近o
靡r_l_
面jji_ 上o世t临l值s具p前k包O向n团q子n孔p容q对K庞t料s条o板r皮q目o相s积i粉o纱r罩t膜t色p见t试m谈s貌n部p面*颊q食u
靥u___
革o_l_ 命I委*新o职r除t
靴q___ 子s
靶q_m_ 场s子s
靺u___
靼u___
鞅u_l_
鞈r___
鞋n_k_ 匠s子q底s袜s
鞍pkm_ 山s钢s马s
鞑o___ 靼q
鞒t___
鞔u___
鞘p___
鞠w___ 躬R
鞣s___
鞨u___
鞫t___
鞭n__g 子p打s挞t毛s炮R笞t策u
鞯r___
鞲u___
鞴t___
鞹u___
韕t___
韣u___
韦sii_ 伯s
韧s___ 带s性r皮*
韩mik_ 国M城t江u泰j联*语t非v
韪t___
韫u_m_
韬pmmg 略t
韭u___ 菜s
音mji_ 乐K信t像r响r域s律s程t符s箱t色s节q讯s译r调r质t速t量t阶s韵s频s高t
韵pddc 味s律q母t
韶ujl_ 关T山v
頫t___
顅t___
顣q___
页l___ 岩r面t
顶kklg 上p住q多r尖r层t峰r撞s替s棚r点r用t端p级r部p门t
顷pll_ 刻R
项k___ 圈v城j梁w王w目J羽p链r
顺mfgf 义t从q便o利s势q口S差s帝t序o应r德s心t手o水t治m畅s眼t着o路t道t风s
须kjm_ 发T眉s知j臾R要s
顼_m__
顽p___ 固Q强o抗t皮r童p
顾lklg 不*准t及q客j家w影*得*忌q念s此*源q盼*虑J问j
顿mmgd 悟t时m河t然t觉t足r首t
颁ml__ 发n奖q布m行r
颂pkm_ 扬q歌u
预pmm_ 付o兆s先o制t后s告t售t备O定o审r应*想s感q报p料p期n案q测n留s知t示q科s算l约s装s见r览s言p警P计m订p设u谋t赛s
 选s防n
颅r___ 内t骨t
领kifg 主r事Q会p先n克j军r到r取p受s口t土m地o域j头R奖*子t导H带r悟q情t教q有t海r班s略q空s航t衔r袖M路t队q
颇l___ 为s具r感s
颈n___ 椎R部q项t
颉w___
颊p___
颌r___
颍rlm_
颏s___
颐q__g 和*
频o_l_ 仍t带t段t率m繁n道o频p
颓s___ 势u废t然s
颔t___ 首t
颖tddd
颗n___ 粒p
题l___ 为q写r型q字u材n目o词q诗t
颚s___
颛____ 顼t
颜uddc 体w料r色m面r
额mlm_ 外n头o娘r定t度r济*角s
颞u___
颠p___ 倒q沛s簸r覆q
颢___g
颤n___ 动q巍*抖o栗t
颦u___
颧u___ 骨s
颯q___
风jgff 云q俗o光n力q化q向q味m土t声p头s姿t寒r尘s尚r帆j度q情o扇s景M暴o月s格l气p水p沙r波n洞s流p浪q湿S潮s物t筝q箱s
 能t致t范r蚀s行s貌q趣s车u速r采p闻s险l雅t雨p雪q雷t霜t靡r韵r骚t
飒_ddd 然u飒u
飓____ 风r
飕t___ 飕t
飘nlm_ 动s忽s扬s散t浮s渺t然s荡r落s逸s飘r
飙t___ 升s
飚q___
飞jdcc 人t入t凡j刀r利*升r去r天s奔q度j弹s往r快q扬p抵t机K来q架q檐r溅s瀑t狐t碟t红t翔s腾t舞p船q虎t蝗s行L越t跃p跑t
 身q过r速q马r驰s鱼t鸟s龙t
食kk__ 品k堂p客t宿s性p指q料s欲p物M用N疗t盐q盒u管R粮t肉s言t谱t道t量u
飧r___
飨s___
飴s___
餍u___
餐p___ 具s厅p桌q饮q馆p
餠u___
餢q___
餮u___
饔r___
饕r___
饣u___
饥q___ 寒t民q渴s荒r饿p
饧t___
饨t___
饩s___
饪u___
饫t___
饬r___
饭k___ 前t后r局t店o桌r盒s碗q菜p钱u铺r食t馆r
饮m___ 宴r料o水s用Q茶s誉r酒o食n
饯____ 行s
饰o___ 品t演r物s
饱n___ 受r含t和q满r餐s
饲p___ 养o料p
饴____ 糖r
饵p___ 料s
饶nmm_ 命s恕s有U
饷p___ 银t
饺t___ 子q
饼n_mg 子t干r
饽u___ 饽t
饿n___ 死p狼t
馀s___
馄t___ 饨s
馅s___ 饼t
馆n_i_ 内t子s舍t藏t里u长r陶t驿s
馈s___ 赠t
馊t___
馋q___
馍q___ 馍t
馐q___
馑t___
馒____ 头o
馓u___
馔p___
馕s___
首kgm_ 个r任r位o例t先k创p发q场s家s富t尾s届p席o府o度s座p批p播s日t期t架t次l歌t演r相o级q脑o要o轮q辅n选q都l长o页m
 领n饰p
香kfge 主r兰r味p喷*客t山q料p案s槟S气q水r河t油s港k火r炉r烛t烟p甜s精r肠s草t菇s菱s蕉p辣r香t
馥_m__
馨sddd
馷q___
駇t___
騗s___
马iegf 丁J上m不*丘*亚u儿s克p关U其*具u刀r列T利*到*力q匹p厂w厩u口r号t司x嘶t场q坑x坝*夫q失*头q奶w尔*尼*尾j屁s山t
 岛s川w币x市v戏V战x扎t拉*斯*术u来P枪x桶s棚t步t河v沽v灯t牌j球v瑙*甲u约v群v耳*背q脚s自*虎s蜂*褂t褡*西w贼v赛*路p
 蹄P车q边w达t连*那*里Q铃*镫u队t革*靴v鞍R鞭R首*驹T鬃V鲛*齿*
驭r___
驮p___
驯r__g 养s化s服t鹿q
驰olj_ 名P援s骋s
驱o_k_ 使r动P散s赶q车s逐O除r
驳q___ 回s斥s船t
驴ol__ 子q
驶q___ 入s出t去s向t过s进r
驷q___
驸t___ 马p
驹skig
驻k_m_ 京S军p华o地n外p守q扎p足p跸s防s
驼o___ 子t峰u背s
驾nkkf 临s到s崩r车r驭r驶O
驿p___ 传t站r道t
骁u___ 勇t将t骑s
骂k___ 人q声s
骄r_l_ 人t傲o横s
骅__k_
骆v___ 驼j
骇p___ 人*异s然q
骈s___ 文t
骊t___
骋t___
验q___ 收p证o
骏sddd 马r
骐____ 达j
骑ljj_ 兵M士o射s术t车s马o
骓u___
骗n___ 人q取s子q局s
骙u___
骚r___ 乱q动q扰q
骝__m_
骞okm_
骠u___ 骑t
骡q___ 子p马r
骤q_m_ 然q雨t
骥yddd
骧__k_
骨lil_ 头o子*干o折q架r气s灰r盆t肉r节t董t质r针t骼p髓q
骮q___
骰t___ 子q
骱t___
骶t___
骷u___ 髅r
骸q___ 骨s
骺u___
骻u___
髀u___
髁s___
髂u___
髓r___
體u___
高gfgg 一r三p下r不*专u个U中l举O于n亢p交*产p人*价r仿j估t位p低O倍x傲s僧p兴l冈v出N分Q利U加*升t压J原M参w发T古w句*
 台R合j呼o品*唱r喊r地q坡q城w塔u墙s士u声o处q大n头V妙w官r家q密s富*寒r射T尔*尚o层O居t屋*山J峰N峻t崖v州j工j差s帽u
 干t平S年*度K强R徒t德j性*息x悬q手m扬v技*抬*招S挑v攀t收*效O教s新P昂q明O朋*材*松x枕*枪j架J标*栏w树w校l档p检r棉U
 楼R次*欢u歌R法r洁u浓*涨o深R淳j清u温j潮N炉t炮R点s烧t热t照v爽w球v盛*瞻*矮t科*程p空P端p等M管j粱P级J纬U考l者t耸Q
 职q聚*能R脂*脚u腔u薪q蛋*血*要j见s论t调s谈*质*贵q超q足w跟*跷u踞u车v远t通S速K邮s配j铁Q锰*阳t阶u附*陵p难U雄*雅q
 音s领w频r额q风*飞*高P黎*鼻*龄r
髞t___
髟u___
髡s___
髦r___
髭u___
髯rl__
髰u___
髻r___
髼t___
鬃t___
鬓r___ 发t角u
鬣t___
鬩u___
鬲u___
鬴t___
鬻u___
鬼l_jg 头s子p怪r火s神r脸s话s门*鬼*魂r魅t
鬽u___
魁qml_ 北*星t梧r
魂omm_ 灵t魄s
魃u___
魄r___ 力r
魅r___ 力o
魇s___
魉u___
魏rhh_ 县w国s牌j
魐s___
魑s___
魔mj__ 兽u力t头q教p术S法t王r芋t鬼q
魦o___
魰s___
鮛u___
鮠o___
鯪t___
鰁p___
鱼iigg 儿s刺v卵w原r塘s头q子X尾q市v形w松r死*水v氽*汛r池p汤t油u片w目V眼w种n篓w米*类m粉v缸v网v群t翅q肉s肚n肝*肠x
 腥*腹w花r苗n虫w虾s贩u贯*钩v际w雷O饵w骨u鳖x鳞s龙*
鱿s___ 鱼q
鲀u___
鲁rfgg 南u国t班j肃s莽r西*迅n钝v
鲂s___
鲆s___
鲇s___ 鱼q
鲈s___
鲋t___
鲌r___
鲍um__ 鱼j
鲎s___
鲑t___
鲖u___
鲛r___
鲜mml_ 亮t卑o品r嫩q明n有q活r红p美o肉t艳p花o血n食u
鲟____ 鱼p
鲢o___
鲤pl__ 鱼q
鲥____ 鱼q
鲧s___
鲨p___ 鱼q
鲩r___
鲫t___ 鱼t
鲭u___
鲱t___
鲵u___
鲶____ 鱼r
鲷u___
鲸qj_g
鲽u___
鳃p___
鳄p___ 鱼r
鳅t___
鳇____ 鱼p
鳊____ 鱼r
鳌o_k_
鳍p___
鳎r___
鳐u___
鳔p___
鳕t___
鳖p___
鳗s___ 鲡t
鳙o___
鳜____ 鱼r
鳝t___
鳞nk__ 片r翅*
鴙s___
鵞q___
鶗u___
鶴p___
鷁u___
鸑u___
鸟mlif 儿r兽s巢u瞰p类o雀u鸣u
鸠t__g
鸡lkj_ 头u尾*毛s汤q肉s蛋n鸣s
鸣oddd 叫q响t声t枪s
鸥smk_
鸦r___ 片P
鸨u___
鸩s___
鸪um__
鸬s___
鸭n___ 子p绿*
鸮t___
鸯u___
鸱u___ 吻r
鸳t___ 鸯P
鸵s___ 鸟t
鸷u___
鸹u___
鸺u___
鸽r_k_ 子R
鸾v_k_
鸿qfhg 才s沟s
鹃pml_
鹄rm__
鹅p___ 卵*
鹆t___
鹊q___
鹌____ 鹑t
鹏tdcd 飞s
鹑t___
鹗s_l_
鹘t___
鹜u___
鹞t___
鹤oddd 峰R
鹦u___ 鹉r
鹧u___ 鸪o
鹪s___
鹫s___
鹬u___
鹭um_g
鹰olj_ 爪s犬t
鹳u___
鹼u___
鹿riig 寨j死*泉j肉v茸t角o邑j
麂t___
麋____ 鹿m
麒rl__ 麟s
麓rlm_
麝q___ 香s
麟tjf_
麦rhkg 克*加r地U城x子q当*德*片w田s盖*秆v种v积J秸s类x粒u茬w西*角u饭*麸x
麻rii_ 包w城J子t将R布q木Q油v涌j烦N疹t痹Q省v类u糖r纱u纸v纺W线w绳s脸u花u药u袋Q辣U醉r雀q鞋v风*鸭v麻x黄*
麼u___
麽p___
麾t___ 下q
黄jgie 体w兴t冈M初w包*化w原Q土O埔J壤t安q家o山P岛s州N巢*帝*影v教u斑v昏o曲*枪j桥v水s沙p河M油u泥u浦V海q淮*灯j热*
 牌J牙v瓜r瓦w疸s白*皮w石*砂x种u素w纸r经w腹*色j芪s花Q蓉*蜡w衣x表*袍T裳v褐V豆q连p道r酒t酮*金M铜*门t陂N陵P雀w马W
 骅r骠*鱼v鳝q鹂v黄*鼠V鼬u龙*
黍r___
黎tij_ 城j平j庶w族p明p曼r民*阳u
黏s___ 液t膜s
黑jikg 乎*云t人o体t压*发s名*土t夜p奴t子s客q屏j山s市t布t影q心u手t斑s暗m木*板s格*水s沉*河s洞R海q漆*潮t点q熊s白p
 社*红s纱r线u脸s色J虎*衣Q褐*豆r车t道s锅t陶p雾s马r鱼n麦t黝*龙*
黔o___
默phi_ 不*契r念t想u然q认r许s默P
黛vddd
黜t___
黝____ 黑s
黥u___
黯u___ 淡s然q
黼s___
黾t___
鼋s___
鼍t___
鼎ohh_ 和j盛r立q
鼐rkl_
鼓mkl_ 乐P动q励m劲u吹p噪r声q掌r楼s膜t舞o角t足t
鼗u___
鼙t___
鼠o_l_ 标r疫t类t
鼬t___
鼻nm_g 子n孔q尖s息s梁r涕r炎s祖u翼t腔s血t
鼾u___ 声r
齎u___
齐lhgg 全j刷*发t名q唱v国q声n备s头*射t心T抓*放s整s根x楚x次v民*泰w胸x达*集s鲁*鸣s齐*
齹r___
齿o___ 轮r
龀s___
龃s___
龄p_g_
龅q___
龆t___
龇s___
龈t___
龉t___
龊t___
龋r___ 齿t
龌t___ 龊t
龕q___
龙kccc 井r京*亭q体w冈w凤s华j卷v口S场v城t大p头n套w宫q尾t山R岗J岩j岭u川j州V形v服s桥x椅t江t池w河x泉J游j湖j湾j潭T
 火x灯v王q目*眼r种w脉s膜j舌*舞v舟r船r葵w虾t蛇w蟠j袍p象w身v车x里v门J须X首v马w骨r
龚v___
龛r___
龟ojmg 儿*兹r甲t
龢p___
"""
"""Of each character four costs, and the words of two characters that begin with it.

- The costs: as a word; as the first, as the second, as the only character of a given name. A low line stands for none.
- Then each second character and the cost of the two, in code point order: a capital where they begin longer words too,
  a star where they are no word and only begin longer ones.
"""

LONGER: Final = """\
一 万两s 万个u 万元u 万多t 下子m 不做t 两个q 两句t 两天s 两年s 两次t 个个n 个半s 个名t 个团t 个多q 个多月q
 个天t 个头t 个家t 个打t 个月n 个样u 个点t 个班t 中全会r 举成名r 二九r 二日t 些则s 代人t 代代t 会儿m 体化o
 刀切t 分钟p 刹那r 刻起t 动不动p 千两s 千个t 千多t 千年t 口气n 周年q 品红s 国两制q 块儿p 声不吭r 声声t 多半u
 夜间q 大半r 大早q 天到晚q 天天r 如既往r 季度q 定量q 家人o 家子s 对一t 小撮t 层层t 席话s 年生s 心一意r 忽儿t
 成不变q 把手r 把抓r 拥而上q 整天s 整套r 方面m 无所知r 日游s 时期p 时间q 月份r 本正经r 条街t 条龙t 棵树t
 模一样p 次性q 次次s 步步r 清二楚q 溜烟s 点儿o 点多s 点点p 片片s 班人s 番话s 百万s 百两s 百个r 百元t 百名t
 百多t 百年r 瞬间r 窝蜂s 等奖q 系列l 而再t 肚子r 致性s 般性t 般说来q 言不发q 路上p 转眼t 辈子n 边倒t 连串q
 道道s 部分l 长制t 阵子q 阵阵q 阵风r 院制o 骨碌u
丁 二酸x 基橡胶x 字形x 苯橡胶w
七 八个r 八名t 八年t 八成u 八里t 十二r 十岁t 十年t 星鱼r 里沟r 零八落r
万 一出v 万岁t 丈深渊v 不得已u 事俱备v 事大吉u 事如意w 人之上v 人次p 人空巷x 人迷x 亿元u 亿吨w 亿日元u 亿美元w
 众一心u 众瞩目u 余件v 余元t 余公顷u 余副w 余名u 余吨w 余家x 余户w 余种w 余辆w 光年w 全之策v 公斤p 公里r
 公顷m 分之一t 分钟x 劫不复u 千克x 千瓦o 千米r 向集团w 吨级q 吨轮u 国邮联w 多个u 多亩o 多元u 多公里q 多公顷t
 多千米v 多名u 多吨w 多条w 多种v 头攒动v 学文r 安县x 家灯火u 寿无疆u 尼亚x 岁通天x 左右t 平方米n 年前v
 念俱灰t 无一失r 日元v 有引力s 杰医院w 死一生s 死不辞u 水千山w 泉河w 洋山x 港元u 物之灵w 立方米o 籁俱寂u
 籁无声w 维网v 美元n 美金w 般无奈t 花筒w 英镑s 贯家财x 里无云v 里迢迢u 里长城s 金油w 隆会议w 马奔腾w
三 万多r 个代表r 中全会p 五个t 八线s 分球r 分钟t 十万s 十个t 十二t 十余t 十六q 十多年q 十岁s 十年o 十日t 十里s
 千两t 千粒r 叉戟r 叠纪t 四万s 四个s 四十u 四千s 四天t 四年t 国志t 官庙u 峡大坝r 座门p 步走t 段论t 民主义r
 百两u 百年s 等奖r 自爱国r 角形p 角洲p 轮车s 连冠t 部曲q 门峡t 顾茅庐r
上 一年t 万元q 万头s 上下下r 下文s 下水s 下班t 下级t 个月r 半叶s 半场o 半年o 半时t 半身t 周三j 周五u 官云t
 官洲r 层建筑r 御玺s 新世t 海市n 海港t 海队u 班族r 甘岭t 西天u 议院r 赛季t
下 一代q 世纪u 丘脑r 决心r 功夫r 半叶r 半场o 半年o 半时t 回分解q 定决心r 意识r 毒手r 水道t 陆区r
不 一会s 一会儿r 为人知r 为过r 久前p 亚于r 仅仅o 仅如此p 以为然q 做声r 像话u 列颠r 利于p 动产s 动声色q 变资本o
 可一世r 可不r 可思议q 可避免p 合理q 同于o 在乎p 在话下q 外乎s 多时p 失为r 好意思o 好过t 如意s 如说t 定式u
 定期s 得不m 得了q 得已p 必要p 怎么r 怕死s 愧为s 慌不忙r 成器t 成话t 敢当q 景气r 来梅t 由得m 由自主p 相干r
 知不觉p 知去向r 知所措q 等式t 管怎样q 约而同q 经意r 结盟s 耐烦p 能不n 自禁r 至于p 致于r 要紧q 要脸r 见得r
 规则q 言而喻r 计其数q 论是q 起眼s 足以p 远处q 道德t 锈钢s 顾一切r 饱和s
与 众不同q 会者q 其说u 此同时m
丑 八怪t
专 业化q 业性s 业课r 利权s 利费t 卖店s 家组s 案组r 科学校p
且 不说s
世 代相传q 博会t 界史t 界各地p 界大战r 界性q 界报t 界杯n 界级s 界观q 纪末o 钧道s 锦赛q
丘 吉尔r 处机p 群望s 陵区s
业 内人士p 务员s
东 三省s 交民巷o 京城t 北亚t 北侧s 北军r 北地区p 北大学o 北方t 北虎t 北角s 北部o 升镇r 华门r 南亚n 南方t 南角s
 南部n 向西t 坡肉r 城区t 安门r 宝区r 拉河s 方红s 暖阁s 朝西s 林党q 正教r 海岸r 西向s 西方r 西湖区r 西部u
 路军t 连吴r 道主s 长安街q 门外u
丝 织业t 织品s 绸之路r
两 万余t 三个q 三天r 三年r 个凡是r 分钟t 千年t 口子r 手抓t 用桥s 百年u 院制n
严 丝合缝v 严实实r 义埙r 令禁止x 冬时节j 刑峻法u 惩不贷v 阵以待u
个 人崇拜r 体户s 别人t 性化q
中 上游s 下旬t 下游p 世纪o 书令s 书省p 产阶级p 共中央l 关村s 军帐t 创新航j 北部s 医学t 医药s 华书局r 华和钟p
 华民国o 华民族m 华网t 华联合j 华门n 华鲟o 南海q 南部o 后期s 国区r 国史t 国大学q 国式s 国政协r 国政府o 国画r
 国移动q 国联通r 国足协q 国队n 央军委p 央委员q 央局s 央政府q 央集权q 学生q 宣部s 密度p 小企业p 小型r 小学o
 小学生r 山公园o 山堂p 山市t 山装u 山路r 年人q 微子t 心区u 成药s 文版t 文系s 新世t 新社s 新网p 晚期t 条山t
 枢神经q 流砥柱q 生代r 石化j 石油j 秋节s 科院r 立国t 纪委t 组部t 美洲q 老年t 联部t 草药s 药材s 西医s 西部q
 译本t 距离t 转站t 轴线o 郎将s 长期s 间人t 间件t 间体q 间派t 青年s 青旅t 高级t
丰 台区u 富多彩q 富多采u 收年w 水期u 衣足食w
临 时工t 时性t
丹 尼尔s 尼斯t 江口p 江口市r 顶鹤t 麦队r
为 什么j 所欲为r 的是q
主 义者q 产区t 人公p 人家t 人翁t 任委员r 力军t 力舰u 办方s 动性q 动权r 动脉u 席台q 席团n 战场u 战派u 持人m
 教练p 旋律r 考官t 营业务r 裁判r
举 世闻名r 足轻重r
久 而久之r
义 务人r 务教育p 勇军q 和团n 和拳t 愤填膺r
之 所以m
乌 七八糟w 伦古w 伦古湖w 兰察布j 兰浩特j 兹别克s 合之众t 咀乡x 孜别克u 尔都语v 拉圭r 拉尔山v 拉尔河v 拉山x
 拉特j 斯怀亚x 斯藏x 梁海w 江镇v 油油x 海市w 溜溜w 烟瘴气s 第河x 篷船v 纱帽s 苏里w 苏里江t 蒙山w 里亚w 鞘岭w
 鲁木齐j 龙岭u 龙茶j
乐 不可支w 于助人v 呵呵u 善好施v 在其中x 天玛特j 山市v 工舞w 极生悲w 此不疲t 观主义t 观其成w
乒 乓球q
乔 家大院v 治敦w 装打扮w 装改扮t
乘 务员t
九 五之尊q 华山t 宫山q 寨沟s 曲回肠o 阴真经q
也 就是说n
习 以为常s 惯于q 惯性s 惯法u 管弦w
乡 下人r 土气息q 政府r 镇企业o
书 呆子s 法家r 画家t 记处r
买 不起s 买提r
乱 七八糟r 哄哄t 糟糟s
乳 制品t 化剂t 白色q 腺癌q
了 不得r 不起o
争 夺战t
事 业心t 业部s 务局t 务所p 实上m
二 七路r 三十r 三百t 不休t 中全会r 二八u 人转t 十一q 十一年r 十一条q 十七t 十七年p 十七日q 十万r 十三s 十三年r
 十两t 十个r 十九t 十二t 十二年q 十五r 十五年r 十余s 十八s 十八年r 十六t 十六年q 十名t 十四q 十四年p 十多年q
 十天t 十岁r 十年o 十日s 十米t 十里r 千两t 叠纪t 手房t 把手t 极管s 氧化碳p 百两t 百年t 等奖r 进制t 连浩特j
 郎庙r 里头r
于 事无补u 心不忍v 无声处x 是乎j
亏 心事u
云 冈石窟w 南大学u 南白药v 南省p 南高原v 台山u 山屯w 山雾罩w 快充j 杉林v 贵高原t 雾山w
互 联网n
五 中全会r 六个s 六十t 六千s 六年t 分钟t 十万s 十两s 十岁s 十年r 十里t 千两t 千年s 卅运动r 台山q 四运动o 家渠j
 星红旗p 星级s 毒教s 百两t 百年r 粮液s 色土p 角大楼q 角星s 连冠s 铢钱t
井 井有条t 冈山p 底之蛙v 然有序u 陉县v
亚 历山大p 太区t 太地区p 平妈s 洲龙j 热带m 硝胺t 细亚q 美尼亚r 运会p 马孙t
交 互式u 叉点r 响乐s 响乐团q 响曲r 战国t 换价值r 换机s 易会r 易所p 易日q 朋友s 汇处t 流会s 流电s 界处p 货值r
 通员s 通工具r 通线t 通网u 通部r
产 业化o 业园r 业资本q 业链r 品线t 油国t 销率q
京 九线r 九铁路r 兆尹s 山县p 广线p 广铁路p
亮 晶晶t
亲 兄弟s 和力s 日派r
人 不知s 世间s 事局u 事部r 代会r 口数n 名册s 大代表l 工湖q 性化s 情味t 杰地灵r 民党s 民公社n 民军s 民军队p
 民团体p 民币m 民政协q 民政府j 民日报o 民武装q 民法院k 民网q 物画t 生观r 类学r 行道q 道主义q 际关系q
亿 公顷t 千瓦t 千瓦时r 多元q 日元s 立方米n 美元m
什 么样n 叶派s
仅 供参考p 次于n
今 儿个r 年初s 正阳s
介 绍所u
从 业者s 大清s 容不迫r 未有过r 来不o
他 妈的o
付 之一炬r 之东流v 完款j 款人v 笑谈w 诸实施s 诸实践w
仙 人掌t 桃市n
仡 佬族q
代 主任q 主席w 代相传u 位求偿j 办处v 办所x 办费x 名词t 总理v 总统w 掌教v 数和u 数学r 数式v 数方程t 有财w 步车j
 理人p 理制w 理商r 理权v 理点v 理行w 理费x 用品w 表人r 表作o 表作品t 表制w 表团n 表处s 表大会n 表性o 表者v
 表队t 言人r 议制t 谢性v 谢物w 部长x 金券j
令 狐兄u 狐冲l 狐大哥r
以 上者u 至于p 色列n
仰 卧起坐w 天大笑t 面朝天v 韶文化s
仲 裁员u 裁者w
价 值观p 值量r 格战s 格比t
任 丘市x 人唯亲u 人宰割v 何人n 免权r 其自然w 劳任怨u 意性v 意球r 神职w 组长v 职者x
企 业主s 业家p 业界s 事业r
伊 克昭盟t 兰特j 利湖u 塞克湖w 宁市w 尔根w 拉克j 斯兰p 斯兰堡u 斯兰教n 斯法罕u 春市w 朗政府u 朗语u 朗队u
 比利亚s 沙克x 犁地区v 犁河t 犁河谷w 瓜苏v 甸园u 里安v 金霍洛j
伏 击圈x 击战v 尔加河r 牛山s
休 伊特t 息室s 斯敦t
众 所周知q 星捧月q 议员t 议院p
优 先权u 胜者t 越性r 越感s
会 员国s 客室t 计学t 计师p 议室p
传 感器p 播者s 教士q 染性s 染病p
伤 心地t
伦 理学r
伪 君子t
伯 利兹t 利安t 努利t 尔尼t 明翰s 纳乌t
伸 舌头s
伽 利略r
位 极人臣w 高权重v
低 低的t 收入s 纬度t 血糖u
住 宅区s 宿费s
体 细胞s 育场p 育运动r 育馆r
何 乐不为w 去何从t 年何v 患无辞w 许人也v 足为奇w 足挂齿u
余 万元q 万吨w 公里s 公顷x 千米u 姚市x 平方米r 沧海s
佛 得角t 教协会r 教徒t 罗伦萨q
作 曲家q 用力t
你 死我活r
佳 木斯j
佼 佼者s
使 不得r 命感s 用权r 用者r 用量t 眼色r 领馆s 馆区r
侍 御史t
侏 罗纪s
供 应商r 应量t 应链s 销社s
依 威能源j 山傍水q 我看s 赖性s
侦 察兵t 察员t 察机q
侧 重点t
侵 略军p 略者n
便 携式s
促 进会t
俄 亥俄t 国人r 罗斯k 联邦t
俗 话说q
保 不住s 健品r 健酒t 加利亚p 卫战s 和殿q 守党s 守派s 安团t 康县r 护区q 护国t 护地t 护性t 护法u 时捷j 留地t
 证金s 贞堂r 送生t 险业t 险费s 险金t 龄球s
信 不过j 丰县x 产部x 以为真s 仰者w 任度w 任感v 口开河s 口雌黄v 号处理t 号弱j 号弹u 号情报v 号旗x 号机v 号枪v
 号源w 号灯u 噪比w 宜县x 得过s 德省x 心百倍s 息业x 息中心s 息产业t 息内容v 息化n 息员x 息处理s 息学u 息安全s
 息工程u 息库w 息战u 息技术q 息检索u 息流v 息港x 息源w 息点w 息熵w 息管理t 息系统r 息网q 息论v 息费w 息部w
 息量s 手拈来w 托业v 托局x 报箱x 报箱群x 教者x 步而行v 用卡q 用度w 用社s 用证u 誉度x 誓旦旦u 贷员w 贷资金u
 达公司w 阳市x
修 心养性x 正主义r 正案r 理厂w 理工w 理费w 葺一新x 行者x 订本u 订案x 订版w 订稿s 身养性v 辞学u 饰语v
俱 乐部n
俾 斯麦s
倍 耐力j
倒 不如s 计时s
候 机厅w 机楼u 补委员p 车室u 选人l 选者w
倚 天剑s
借 助于r 款人t
倡 导者t
债 务人r 权人r
值 班室t
倾 向性t
假 想敌t 惺惺t 日办s
偏 振光t
做 不了s 文章t 生意q
停 机坪u 车场s 车费j
健 全人u 身房s
偶 然性s
傈 僳族u
储 备粮w 油构造r 物盒j 蓄所w 蓄率v 藏室v 藏量r
催 化剂p
傻 乎乎t
儿 媳妇r
元 古代u 古界v 器件j 大都n 宵节s 素符号x 谋人w
充 其量s 电枪j 电桩j 电站j 电费j
先 农坛s 天性r 行者t 进性s 锋队t 驱者t
光 化学t 合作用r 彩夺目q 武帝u 溜溜t 电子u 秃秃s 绪帝r 谱学u 量子t 闪闪s
克 什克腾j 什米尔r 利斯t 勒斯t 拉克t 拉底t 拉玛依j 林顿q 罗地亚q 虏伯t 里斯t 里木t 里特p
免 不了q 疫力r 疫学t 疫性t
党 专政v 中央m 代会v 代表s 八股u 内外s 卫军u 同伐异w 外人士u 委书记q 委会v 总支v 支书x 支部j 政军q 政机关s
 纪国法v 组织p 项族v
兜 圈子s
入 侵者s 口处s 场券s 境者t 学率o 海口t
全 世界m 人类v 军覆没r 军覆灭v 副武装r 力以赴r 反射v 唐文x 国人大l 国妇联t 国学联v 国性o 国政协n 国考委v
 国青联w 天候r 家人r 封闭t 封闭式w 局性t 心全意q 息图w 息照相x 方位q 日制s 景式w 权代表p 村人t 民公决v 球化p
 球性q 球通r 真道t 真道人w 知全能x 神贯注r 能性w 自动j 译本w 身心t 身性t 过程r 运会u 部打w 金发u 面性u
八 一队t 万斤r 九个u 仙桌s 十年s 十年代q 卦刀u 国联军n 百万s 百里t 股文t 角帽s 路军o 达岭s
公 主坟u 主岭市x 主道r 之于众v 事公办u 交车s 任官w 众网r 众股r 使衔t 使馆t 信力t 债券w 元前l 共交通w 共场所s
 共性w 共汽车u 共课u 共资源v 关部u 务员n 司制v 司法r 告日v 告栏w 孙止见w 孙谷主r 安人员t 安厅u 安处u 安局p
 安局长w 安部q 安部门r 安部队r 家人x 寓楼x 平交易w 平合理v 平性u 开性w 式化v 文包u 明党x 有制q 有化w 检法v
 款吃喝w 正性v 民权t 理化u 生桥p 生门s 用事业t 用电话v 益性t 益金u 社化v 私兼顾u 积金p 而忘私x 证人v 证处u
 诉人v 诸于世x 路局w 路桥q 路线w 路网q 道话u 里数j
六 七万s 七个t 中全会r 十万t 十四t 十岁t 十年s 十根s 盘山t
兰 博基尼j 州军区w 州大学v 州市u 新铁路w 西瓦w
共 产主义o 产党l 产党人o 产党员o 产国际o 价键t 同体r 同点t 同纲领r 和党r 和制s 和国m 聚物u 青团s
关 上门u 中平原t 停并转x 注度v 注点u 税壁垒w 系人p 系史u 系式u 系户v 系法v 系网u 联度w 联性w 联方t 节炎s 节病v
 节痛v 键字s 键性s 键期x 键点v 键词s 门主义u 门闭户x
兴 中会t 冲冲r 奋剂s 安岭u 山县r 致勃勃r 高采烈r
兵 工厂s 马俑t
其 他人p
具 体化t
养 家糊口u 尊处优t 殖业s 殖场u 殖户w 牛业v 猪业w 猪场w 猪户v 生之道w 精蓄锐u 老送终x 蚕业w 路费v 鸡场r
兼 容性t
冀 中平原x
内 分泌p 华达t 燃机r 罗毕t 蒙古n 阁制s
冈 比亚t
再 就是t 生产p 而三t
冒 险主义r 险家t
写 字台s 字楼r
军 事家r 事法院p 代表t 令状s 兵种r 分区s 委会q 政府q 机处s
农 业区q 业县w 业国t 业大学v 业局w 业社u 业税u 业部o 业部门v 业银行t 产品n 作物n 信社w 副业x 副产品r 发行w
 场主r 夫山泉j 奴主u 奴制s 学家v 学院t 家饭w 展馆j 工党v 工商u 机具v 林业v 林牧w 桑辑x 民党w 民协会v 民工r
 民战争s 民起义q 牧业q 牧区u 牧场x 牧民u 田水利q 电工x 科院u 耕区w 耕地x 艺师w 药厂x 贸市场t
冠 军杯s 心病r
冥 王星t
冬 奥会s 小麦t
冰 淇淋t
冲 击力s 击波s 积平原p 积扇s 锋枪q
决 不会q 不能o 定性p 定论t 策者r 议案q
冶 炼厂v 金学u
冷 不防s 兵器t 冷淡淡x 冷清清t 冷的p 凝器w 却剂w 却液j 嘲热讽t 板凳w 气团v 水性v 水江j 水澡w 眼旁观u 空气r
 血动物w 言冷语v 飕飕w
净 利润p 收入w 胜球w 资产r 资产值w
准 军事u 噶尔r 备金r 格尔j 确度u 确性s 考证s
凑 热闹t
凝 聚力r
几 万片s 何学q 内亚q 分钟q 十万r 十个p 十倍u 十名t 十年n 十张s 十斤r 十种u 十米t 十里t 千万t 千年q 百万s 百个t
 百名t 百年p 百斤r 百米t 百里t
凡 尔赛s
凤 冠霞帔w 凰县x 凰寺w 凰山q 凰岭w 凰桥v 阳县w
凭 借着s
凯 尔特t 恩斯s 旋归来p 美瑞j 迪拉克j
出 乎意料r 人命t 人意料r 入境r 其不意q 发点q 口商t 口国s 口量s 口额s 境游r 奇制胜q 家人r 海口t 版物q 版社o
 生地t 生率q 租车q 货量t 风头t
刀 斧手t 美兰r
刁 钻古怪u
分 公司p 子式r 子量r 布区r 布式u 数线p 析家r 析师p 析法s 水岭p 泌物q 界点s 界线r 类学s 类法s 辨率q
切 入点t 尔西s
划 时代r
刘 家窑j 彦彬v 澜涛u
刚 果河s
创 业园r 业者s 作者t 始人p 建人s 建者o 新型t 新性u 立者t 纪录t 造力r 造性p 造者s
初 具规模s 出茅庐u 始化t 始条件u 始状态w 学者v 来乍到u 等教育q 等数学v 级中学x 级社w 级阶段p 装费x 见成效u
判 断力t
利 安人v 尿剂u 川市r 己主义v 息率p 星行j 欲熏心w 比亚q 比里亚s 润率o 润表w 物浦r 用光v 用率r 血平w
别 必雄r 有风味r
刮 水器r
到 头来q 时候p
制 动器s 动阀r 度化q 成品s 片人t 片厂r 空权s 造业o 造厂r 造商q 造者t 高点t
刹 那间q
刺 激性r
刽 子手s
前 一天p 不久q 些年s 列腺r 所未有p 瞻性t
剑 桥大学r
剧 作家q
剩 余产品q 余价值m 余劳动q
副 作用q 教授r 油箱t 食品t
办 事处o 公厅q 公室l 公桌r 公楼q
功 能性s
加 农炮t 勒比s 勒比海q 工业r 工厂s 工机s 拿大n 油机r 油站s 班费t 速器r 速度r
动 不动q 力学p 植物p 植物园r 物园q 物学t 物性t 物所u 物界s 物群s 画片s 脑筋t
助 学金s 推器t
努 尔哈q
劳 什子t 力士v 务市场w 务费v 动党t 动力m 动对象u 动局v 动强度s 动所u 动改造u 动模范s 动法t 动者o 动节u 动资料r
 动部u 动部门u 动量r 工法w 役地租w 改犯w 斯莱斯j 民伤财u 而无功v 苦功高w 逸结合u
勃 艮第t
勾 勾搭搭v 心斗角u 股定理u
包 买商v 产到户s 兰铁路v 围圈s 头市u 容性w 工头t 打天下x 藏祸心v 装盒w 装纸w 装袋v 身工w
匈 牙利o
化 合物n 妆品q 学元素r 学反应q 学品s 学家q 学工业q 学式t 学系t 学能t 学键t 工厂s 脓性t
北 三环s 京地区q 京城n 京大学n 京市m 伐军q 伐战争r 冰洋q 半球r 大荒t 婆罗s 师大u 平市s 戴河s 方局s 朝鲜s 极圈t
 极星s 极熊t 河口r 洋军u 洋军阀p 洋政府p 海道s 美洲q 部湾t
匪 夷所思r
区 党委w 公所v 划图w 区小事x 域化v 域性r 政府t
医 学会t 学奖u 学家t 学界t 学院q 疗保险r 疗费t 疗队t 药费t
十 一个s 一五p 一届p 一年p 一日t 一月p 七岁s 七年p 七日s 万两t 三个q 三大s 三届r 三岁t 三年p 三日t 三点s 三道u
 三陵t 九岁u 九年p 九日s 二个r 二五r 二分t 二大s 二届s 二岁t 二年p 二日t 二月p 二点t 五万u 五大p 五届u 五岁s
 五年n 五日r 五道r 余万r 余丈r 余名s 余年q 余招s 余里s 八个u 八代u 八岁r 八年n 八日r 八道t 六个s 六岁s 六年p
 六日t 几万s 几个p 几位t 几名t 几天s 几岁r 几年p 几条s 几米t 几里u 分钟s 四个t 四大r 四届s 四岁t 四年p 四所r
 四日t 堰市m 多个s 多名t 多天t 多年q 多起r 字军r 字架s 数个t 月革命q 进制u
千 余件s 余年u 公顷o 吨级r 家万户r 方百计q 百万t 百年q 里马t 龙网u
升 学率q 降台s
半 决赛p 圆形t 导体o 封建r 封闭q 山腰t 年前t 成品s 殖民地q 自动t 衰期t 辈子s 透明s
华 东地区t 东局v 东师大v 严经v 中地区r 中局x 为公司v 亭县w 伯斯基w 侨城t 侨大学v 兴会x 北军区s 北区w 北地区s
 北大学w 北局x 北平原s 南地区u 南虎u 商报w 夏银行w 尔街s 山论剑t 微电子t 源集团v 灯初上x 盛顿o 盛顿州u
 而不实u 蓥山v 西村w 阴县w
协 奏曲r 约国r 议书s
卓 不凡u 有成就v 有成效r 资山j
单 一制v 人滑x 位制s 倍体u 元房x 兵作战w 刀球x 刀直入u 刀赴会w 宁酸w 性花x 打独斗s 方面r 晶河乡x 晶硅x 枪匹马t
 眼皮w 簧管u 纯性v 细胞s 胞菌w 色光v 芯片w 行本u 行线j 行道j 踏板j 边主义w
卖 国求荣r 国贼n
南 京城q 京市n 京路t 北向s 北朝o 半球s 口镇r 天门t 宁市t 岩宫p 岳尖r 岳山r 希仁s 开大学r 振中r 斯拉夫p 方人t
 方局s 昌市s 昌起义q 朝鲜r 极洲s 水北调q 池子s 河头r 河洲r 洲子r 漳县r 环路o 美洲p 联盟t
博 士后t 士生q 尔术u 尔顿t 格华纳j 物馆m 览会o
占 优势q 便宜v 有率u 有量u
卡 塔尔s 宾枪s 尔基t 拉奇t 洛斯s 米拉t 罗拉j
卢 湾区x
卧 薪尝胆q
卫 国战争t 戍区w 星国w 生厅t 生员u 生学v 生室x 生局s 生所v 生法w 生纸v 生署w 生部p 生部长v 生部门t 生间s 生队x
 生防疫v 生院r
印 刷业u 刷厂u 刷品u 刷所v 刷术s 刷机u 加人u 古什x 地安w 地语u 尼男队w 尼队s 度人r 度半岛t 度支那s 度政府s
 度教q 度斯坦u 度河r 度洋o 度语x 染厂w 欧语r 第安r 第安人p 第安纳w 第安语u 花布u 花税v 象主义s
危 在旦夕t 地马拉s 如累卵x 害性t 机四伏u 机感t 言耸听t 险区x 险品w 险性r 险期w
卵 细胞t
卷 心菜t
厄 瓜多尔r
历 史剧s 史学r 史学家q 史性p 史系s 史观s 年来t
厉 无畏r 行节约v
压 倒性u 根儿r 缩机t
厚 厚的q
原 产地t 住民w 则上q 则性t 创性x 动力v 动机w 原本本u 发性s 型机r 始人t 始公社t 始性w 始数据w 始社会r 始积累t
 始群x 子光谱v 子团v 子序数s 子弹p 子束x 子核p 子武器v 子结构u 子能q 子量r 封不动u 形毕露w 料药t 材料o
 来如此r 汁原味u 班人马w 生动物s 生态u 生质u 种场o
厦 门市s 门队s
去 年底r
县 市区p 政府o 级市o
参 与者r 加者s 政会t 考书s 考系t 观者t 议员r 议院o 谋部s 谋长o
又 惊又喜q
双 休日t 刃剑t 曲线t 水村r 胞胎t
反 倾销q 击战u 动派p 对党r 对派r 对票r 对者t 射镜t 应器u 应堆r 应物s 潜机t 病毒t 过来q 革命o
发 信人p 动机m 号施令r 审委r 射器q 射场t 射机t 射架r 射管r 展史p 展局t 展观p 布会l 布厅r 布权r 明家t 明者t
 源地p 牢骚t 现者u 生器s 生地q 生率s 电厂s 电机q 电站t 电量t 病率q 祥地q 脾气q 行人t 行量r 言人j 言权s 起人q
 达国家n
取 决于q
受 不了p 制于t 害者r 得了t 益者t 精卵s 访者r
变 分法t 压器r 废为宝r 电所u 质岩q 速箱s
叙 事诗s 利亚p
口 口声声r 号声s 头禅t 服液u 气道s 香糖s
古 三国r 为今用v 人类q 人类学x 今中外s 代人t 代史t 典主义s 典式v 典文学s 北口u 北界v 城堡v 墓群r 墓葬w 已有之v
 巴政府x 希腊o 往今来s 文字学v 时候t 琴台r 生代r 生物s 生物学t 生界v 田会议v 田县w 稀之年x 罗马q 色古香u
 观象台w 道热肠x 里古怪u 铜色v
另 一方面m
只 不过m 此一家r
叫 化子s
召 集人s
可 不是o 变资本o 塑性u 怜见t 想而知q 比价r 溶性t 耕地t 能性n 行性q 见光r 说是q 读性t 靠性p
台 儿庄t 北市t 式机s 湾人s 湾岛s 湾省p
史 学家r 学界t 无前例t 镖头v
右 丞相s 后门j 大灯j 转向j
叶 尔羌河v 尼塞河t 斑病w 状体w 蜡石u 面积w
号 召力t
司 令员n 令部n 农司w 务长v 局级w 库员w 法部q 法部长u 法部门u 空见惯t 隶校u
吃 不消t 大亏u
各 具特色r 司其职q 家各户q 式各样r 种各样p
合 伙人s 作化s 作社q 同法s 唱团r 唱队t 成氨u 格率s 格者u 格证s 法化s 法性s 理化t 理性r 肥市t 葬墓q 金钢r
吉 凶祸福v 大港w 安市x 木乃j 木萨尔j 林大学v 林市t 林省q 象牌r
吊 脚楼q
同 一个o 一天s 一性s 义词o 仁堂u 位素q 工同酬p 归于尽r 性恋s 情心t 时代s 盟会q 盟军t 盟国s 盟者t 行业s 龄人t
名 列前茅q 副其实o 古屋t 特优r 胜区o 胜古迹n 闻遐迩r
后 勤部t 半夜t 半期t 半生t 坐力u 备军t 备箱j 汉书t 脑勺t 花园t 视镜j 遗症s
吐 谷浑s 鲁番j
向 日葵r
君 主制r
吞 吐量p
否 决权t
吨 粮田r
含 水层u 水量t 沙量s 碳量t 金量s
听 证会s
吴 江市x 茱萸x
吸 引力p 血鬼t
吹 风会r
呆 呆地r
呐 喊声t
员 外郎s
周 作人t 口店s 围神经v 坤仁r 恩来m 期函数x 期律u 期性q 期表t 而复始t 转期u 转率t 转量t 转额v
呼 之欲出v 伦湖v 伦贝尔j 吸器v 吸器官v 吸声v 吸机x 吸灯j 吸系统t 吸肌w 吸道q 呼地u 和浩特j 哧呼哧v 啦啦v 喊声v
 喝声v 图壁j 天抢地v 罗珊u 风唤雨t
命 中率r 根子t
和 事佬w 和气气v 大邦w 布克赛尔j 平主义u 平共处r 平区j 平号v 平奖w 平谈判u 平路j 平鸽w 政制w 林格尔v 气生财x
 琼崖w 田伯光w 盘托出u 睦相处u 衷共济t 谐汽车j 颜悦色t 风细雨x
咖 啡因t 啡馆r
咬 咬牙t 牙切齿p
咸 丰县r 宁市n 安区r 水湖t
哈 佛大学r 博罗内x 哈哈r 哈大笑n 大线x 尔滨j 尔滨市s 尼族p 工大t 巴河j 得孙湾v 萨克族q 萨克语v 达铺w
响 尾蛇t 当当t
哗 啦啦s
哥 们儿t 伦布r 伦比亚q 儿俩r 特式s 白尼t 萨克s
哪 里话u
哮 喘病u
哲 学史r 学家o 学系t
哺 乳动物q 乳期t 乳类s
唐 古拉山s 山市u 菖蒲x
售 票员t 货员t
唯 心主义q 物主义q
啄 木鸟t
商 业化s 业区s 业城w 业局w 业性s 业界v 业街u 业部w 业部门v 业银行q 务局x 务网u 务部r 品化s 品性v 品房r 品流通r
 品率u 品生产r 品粮s 品经济p 品量s 学院q 标权w 标法w 河县w 洛地区x 洛山q 用车p 船队u
喀 喇沁j 布尔t 斯特r 麦隆r
喇 嘛教s
喜 出望外r
喧 闹声s
喷 气式r
嘉 实多j 峪关t 年华t 木样r 陵江s 鱼县r
器 材厂r
噬 菌体t
噶 尔丹t
嚣 张气焰r
四 一二u 中全会r 五个s 人帮o 六级t 十五里r 十八t 十岁s 十年q 合院r 子王旗j 季度t 川省o 星级t 环素t 通八达p
 重奏u 面体t 面八方p
回 味无穷q 归年u 忆录r 报率t 老家r
因 特网q 而是s
团 中央t 体赛s 团转t 组织t 风县r
园 林式r 艺场p
固 定式t 定资产o 特异j
国 事访问s 产化t 债券v 共合作p 内外n 内法t 内部w 务卿q 务委员n 务部长w 务院i 务院令r 台办t 史馆w 土局w 土报x
 境线u 大党r 奥队s 子学x 字号v 安队s 宝级w 家一级w 家主义w 家体委t 家化w 家局x 家所有u 家教委s 家有关v
 家机关m 家机器v 家杜马s 家标准s 家电网j 家科委t 家级m 家股u 家计划p 家计委u 家银行u 家队p 宾馆w 富民强x
 富论w 少队w 庆日s 庆节q 库券u 旅总社v 旗班s 有化s 有股t 歌声v 民党j 民军s 民性u 民收入r 民政府n 民经济l
 泰民安r 界线x 破家亡u 税局u 籍法w 统会u 统区v 色天香w 营企业s 计民生s 资委s 轩高科j 防军t 防大学t 防法x
 防费t 防部n 防部长o 际主义t 际交流x 际公法w 际共运u 际化p 际奖w 际局w 际性r 际标准v 际法q 际法庭w 际泳联w
 际田联v 际私法t 际级v 际纵队w 际羽联s 际联盟u 际象棋s 际足联t 际部v 际队r 际音标x 难当头v 青队u
图 书馆n 木舒克j 道多吉r
圆 周率s 圆的r 明园s 柱形s 珠笔t 筒形t 锥形q
土 伦杯s 台子r 地庙t 地改革q 地革命p 城子s 家族n 库曼t 特产p 耳其o 耳其人r
圣 保罗s 彼得堡q 戈班j 约翰t 诞节s
在 城镇r 校生q 野党t
圭 亚那r
地 下党s 下室r 下水o 中海n 主阶级r 仙村u 区性r 安门s 对空t 层学t 带性r 平线s 形图t 方官q 方性l 板厂r 毯厂r
 球化学r 理学o 磁场s 空导弹q 级市o 表水q 质学q 震带t 震波t 面站t
均 田制t
坏 分子t
坐 标系r
坚 定不移r 定性u
坤 宁宫r
坦 克团t 克师t 克炮t 桑尼亚r
垂 帘听政q 直带u
垄 断性t
埃 伏尔s 弗顿s 托奥t
城 关镇t 市化r 郊型r 里人r 隍庙t
培 训班p
基 性岩t 本上m 本功s 本工资r 本建设r 本法r 本点t 本面r 督徒t 督教m 础性s 金会p
堂 兄弟t
堆 积物u 龙德庆j
堪 培拉u
塑 料袋t
塔 什干s 什库尔干j 吉克t 吉克族q 斯社t 里木t
塞 尔柱t 尔维亚r 纳河t 舌尔t
墓 志铭t
增 值税s 加值n 稠剂t 长点r 长率o
墨 尔本s 竹工卡j 绿色u 西哥n
士 大夫q
壬 子年r
声 东击西r 势浩大q
处 方药t 理器p 理机s
备 忘录r
复 制品u 印件r 合型s 旦大学q 杂化s 杂性q 活节t
夏 商周r 威夷州w 普公司w 末秋x 秋季u
外 乡人t 交官q 交部k 交部长p 向型q 国人o 国语r 地人s 星人t 甥女t 祖母q 祖父s 经贸q
多 一些r 一点r 万元s 伦多s 元化q 党制s 公里q 功能r 千米r 发性t 吉才让r 媒体p 尔衮o 层次r 巴哥u 年生r 得多s
 方面s 普勒s 极化s 样化q 样性q 瑙河r 种多样q 角度u 边形u 项式t
夜 明珠t 视仪t
够 意思t
大 一统t 丈夫q 不了r 专学校q 专院校r 个子r 中型p 中城市r 主教t 事记t 亚湾t 众化t 伙儿o 会堂r 体上q 佛寺t 使馆r
 儿子s 元帅p 公报t 兴土木r 兴安岭r 冢匡s 冶市r 凌河t 出血u 分子t 别山o 力神u 功率s 动脉t 半个r 半天t 半年s
 司马s 吃一惊o 合唱t 哥大t 喇嘛u 团结q 城市s 堡礁t 多数l 大小小p 大的p 奖赛q 姑娘s 字报r 学士n 学生l 家庭r
 家族t 将军p 小便t 少爷t 展宏图o 屠杀t 峡谷q 巴山q 师赛t 幅度p 总统r 悟县r 惊失色r 惊小怪r 手笔t 批量t 拇指q
 提琴t 本营r 杨树r 柴旦j 栅栏s 树下u 气压t 气圈t 气层r 沽口p 洋洲q 洪山r 润发j 清国s 清早t 清河u 渡河s 湾特p
 熊猫q 理寺p 理岩t 理石p 生产t 石头s 礼堂s 篷车t 红门r 老爷r 肚子t 肠癌t 胡子r 自然p 藏省t 藏经t 行星t
 街小巷q 西洋n 观园s 规模l 跃进p 踏步q 运河s 连市q 连队t 通道q 部分l 都会t 都城p 都市t 酒店r 锅饭t 门口q
 队长s 陆性r 陆架q 院里t 雪山t 青山t 面积p 革命p 顺军r 顺朝s
天 下事s 下人s 下第一p 不怕t 主教n 义叔t 台山t 地会p 安门h 底下s 心洲r 文台q 文学q 文学家q 极网s 河机场p 津市q
 津队q 灵盖s 然林u 然气o 狼星u 王星t 目山t 祚帝t 花板s 门市n 鹅洲n
太 上皇s 原市t 史慈u 和殿o 师椅s 常寺s 平军r 平天国q 平洋j 晖观r 极拳r 行山r 阳光s 阳城u 阳年r 阳神s 阳穴s
 阳系q 阳能q 阳风t
夫 人城r 人道r
失 业率r 败者s
头 盖骨t 颈部u
夷 陵区r
夹 竹桃t
奉 公守法x 恒高r 承话v 节县x 若神明v
奋 发进取r
奏 鸣曲s
奖 学金p
奠 基人r 基者u
奢 侈品q
奥 古斯t 地利n 委会t 尼尔r 巴马r 德赛j 斯卡r 斯曼r 斯陆t 林匹克r 立佛s 美定t 运会o 陶纪u
女 主人s 作家t 孩儿q 孩子o 性化u 朋友r 真人s
奴 隶主q 隶制p
奶 制品u
好 不好p 不容易p 几个p 几位t 几年r 多年t 奇心q 好儿s 孩子r 家伙t 容易q 意思s 日子r 望角s 消息r 端端q 莱坞r
如 是说t 果说o
妇 产科s
妊 娠期s
始 新世t
姑 奶奶s
委 内瑞拉p 员会i 员长l 托书q 托人q
姨 太太q
威 兰达j 尔士s 尔逊r 尼斯q 海卫s 胁论r 风凛凛q
娃 娃鱼r
娄 山关w 底市x
娇 滴滴t
娘 儿们t 子军t
娱 乐城t
婆 罗门s
婚 外情u 姻法t
婴 幼儿s
媳 妇儿s
嫌 疑人r
子 公司p 弟兵q 童阁r 系统s
孕 激素u
字 符串r
存 储器r
孝 南区r 感人r 感市n 文帝t 昌县r
孟 加拉国r 加拉湾t 加拉语w 良崮v
孢 子囊t
季 戊四醇x 节性r 风区u 风性r 风气候o 风雨x
孤 零零r
学 习班t 府路p 术界q 杂费t 生会t 院路o
宁 为玉碎s 乡县w 冈县v 国府v 夏大学w 夏战役w 安县x 德时代j 死不屈t 波市t 海县t 海城x 远之战x
宇 宙线s 文泰s 航员q
守 护神t 门员s
安 七州r 乐窝w 全事件u 全区w 全员j 全套v 全局q 全带j 全气囊j 全系数u 全网x 全部v 全部门v 全部队w 全阀x 分守己t
 加拉w 加拉河w 史之乱r 吉县x 哈拉x 大略湖u 大略省u 宁河w 安稳稳u 安静静s 定团结s 定门q 家落户v 尼亚w 居乐业s
 庆市w 康市x 得拉邦x 德鲁斯w 徽大学v 徽省o 息日v 排表w 提瓜岛x 新县x 民告示x 然无恙t 理会p 的列斯v 眠药t
 第斯t 第斯山t 萨里w 装员j 装费j 身之处x 身立命u 邦定国w 邦治国r 阳县x 阳市w 陆市r 顺场v
宋 家庄j 江路j
完 成率r 整性s 颜康s 颜萍r
宗 主国t 主权u 主爷v 主督v 人府q 教史v 教学u 教性w 教画w 教界t 派主义t
官 僚主义r 僚化x 僚资本s 兵们r 厅水库x 复原职v 房长官w 有权w 本位w 渡之战v 督商w 能团t 运官w 逼民反w
定 损员j
宛 平县w
宜 城市r 昌市m 都市r
宝 二爷t 钗笑t
实 业家t 习生q 事求是o 力派t 实在在q 德队r 用性s 质性q 际上k 验场t 验室m
审 判员o 判官r 判权q 时度势r 计署q 计长n
客 流量t 观性t 货轮r 运站t 运量t
宣 传员x 传片x 传部长t 传队t 夜说w 政院v 讲会r
室 主任s
宦 门公子w
宫 外孕w 颈癌s
宰 牲亭r
宴 会厅s
家 乐福j 喻户晓r 里人q 长制u 门口r
容 光焕发t 水量r
宿 命论u 营地u 迁市v
寄 存器t 生虫s
密 密的u 密麻麻r 集型s
富 兰克林s 可敌国w 国强兵u 士康j 营养化v 阳县x 集区x
寒 武纪s 温带t
察 哈尔j
对 不住s 不起o 外开放n 外贸易p 得起r 抗性t 抗赛t 流层t 称性s 立面s 系统t
寻 杜谷s
导 游员t 演奖t 火索t 火线t 电性t
寿 兴国s 南山x 比南山w 终正寝v
封 不平w 冻期v 土堆w 妻荫子w 建主义q 建割据u 建残余v 建社会o 建迷信u 神演义w 资修x 锁线t 闭型x 闭式r 闭性u
尉 健行r 沐昕r
小 东西t 丫头s 人物u 企业s 伙子o 儿子s 兄弟r 册子s 分队r 博尔t 口径s 城镇u 太监s 女儿s 女子t 女孩r 妹子t 姑娘o
 学校t 学生p 孩儿r 孩子o 家伙s 小的n 尔依t 康县p 德子r 心翼翼p 提琴q 时候p 朋友r 桂子q 气候u 汽车s 河口p
 河口镇r 灵通t 牛队t 玄子s 王子t 玲子s 白菜r 石桥r 红马s 组赛t 老婆s 行星s 袁营t 规模t 说家r 说集t 轿车t
 钢炮r
少 不了q 不得s 奶奶s 年人t 年儿童p 数民族m 林寺o 部分t
尤 伯杯赛v 杯赛x
就 业率r 是说p
尼 克松s 勒克j 古拉s 布楚s 德兰t 摩星q 日利亚q 日尔r 格罗s 泊尔q 米兹u 罗河q 赫鲁u
尽 可能o 管如此q
局 域网s 外人t 限性r
层 出不穷r
居 住区s 住地s 住权w 住者w 住证x 功自傲v 委会q 安思危v 庸关s 心叵测v 无定所x 民区s 民楼w 民点u 高不下s 高临下s
屈 指可数t 臣氏j
展 弦比w 示会v 示区x 示台x 览会r 览厅x 览室x 览馆j 销会u
屠 宰场v
履 带式s
山 东人t 东省p 东队t 寺镇r 水画r 海关o 海卫t 海经t 珍海味p 粟林r 羊肉r 脚下r 自西r 西省p 道人t 里人t 里红s
岂 不知t
岩 石圈s 石学u
岳 普湖j 阳市v 阳楼j 麓书院x
峨 眉山s
崇 拜者t 文门r 阳县p
嵌 入式s
州 政府p
巡 洋舰q 航导弹p 视员r 逻艇t
巢 湖市w
工 业化o 业区q 业品r 业园p 业国t 业用t 业部t 业部门p 人党s 人运动p 人阶级o 作人员m 作室t 作日o 作站s 作组q
 作者o 作部门p 作量s 作队t 信处q 具书t 农业p 农兵r 商业o 商局q 商户t 商界t 商联t 学院p 布江达j 矿业t 程兵t
 程处s 程学t 程学院o 程局r 程师n 程院t 艺品q
左 上方w 上角u 下角v 前门j 右两u 右两个x 右两座s 右为难t 右分s 右双x 右手u 右派w 右逢源u 右门s 右间w 大灯j
 思右想t 撇子u 支右绌v 膀右臂w 躲右闪w 转向j 轮手枪u 邻右舍t 顾右盼u
巧 克力q
巩 义市v
巫 山县v
差 一点r 不多m 异化t 异性t 点儿s 额选举p
巴 不得r 东县r 丹吉林w 伐利亚s 伦支海u 伦西亚v 利阿里x 勒斯坦o 博斯j 厘岛u 哈马t 基斯坦o 塞罗那r 士底狱w
 士海峡v 尔干r 尔的摩t 尼克x 布亚u 彦淖尔j 拉克t 拉圭r 拉那v 拉那河u 拿马q 拿马城v 比伦q 特那x 芬湾w 西利亚t
 西木w 西队r 解组织t 里坤j 里坤湖x 颜喀拉x 黎公社t 黎贝甜j
市 中心o 场化q 场经济n 场部s 政厅s 政府o 盈率s 辖区o
布 加迪j 尔代数w 尔加宁w 尔津j 干维尔w 政司t 朗族v 朗运动v 莱克本v 达拉宫t 鲁塞尔r
师 技匠w 生员工w 范大学q 范学校r 范学院o
希 拉克t 特勒o 腊人p 腊文t 腊语s
帕 加尼j 尔玛t 尔马t 斯卡t 杰罗j 米尔s 萨特j 金森u
帝 国主义l
带 头人r
席 卷而来w 地而坐u 梦思j
常 务委员t 务董事w 委会k 州市v 德市v 抓不懈w 熟人v 熟市w 用药v 用词x 见于s 规战争v 规武器t 规赛r 言说t 言道q
 识性w
干 不了t 事长v 什么j 休所w 儿子u 净利索w 净利落t 巴巴u 干净净p 性油w 扰机v 扰源x 扰素t 支流t 旱区t 步廊s 活儿u
 涉现象w 热风u 燥剂w 燥器v 燥瓶j 电池u 眼症w 着急w 瞪眼v 细胞s 脆利索w 脆利落w 部部v
平 凉市w 分秋色v 原区s 反昭雪t 均主义s 均值s 均分u 均利润s 均化t 均数s 均额w 型关t 安保险v 安地w 安无事s
 安无恙v 安里t 安险j 山县t 常人v 常心t 平安安t 平常常u 平整整v 平淡淡v 平的u 平稳稳w 平静静w 心而论t 心静气u
 推式w 方公里m 方千米k 方厘米q 方毫米w 方米n 方英里v 易近人u 民主义s 民化u 民百姓q 汉铁路x 江县w 江起义w
 津战役t 流层u 淡无奇u 滑肌s 白无故u 等互利t 肝熄风w 行线v 衡杆j 衡点u 衡表w 西伯t 谷县x 起平坐q 遥县v
 阳公主v 阳县w 面图v 顶山j 顶山市u 高电气w
年 产值t 产量r 代学t 收入r 轻人n 轻化u 龄段s
并 发症q
幸 免于难v 灾乐祸s
幼 儿园q
幽 默感s
广 东地区x 东政府x 东省o 东省委u 东队w 为人知x 为流传s 交会v 元市w 告业v 告主u 告人w 告商u 告学v 告牌t 告词v
 告语x 告费v 告部w 域网v 安门v 州军区u 州地区w 州市q 州港w 州湾v 州起义t 开言路x 播体操u 播剧v 播局x 播电台v
 播电视w 播站v 播网x 水市r 汽本田j 济河v 渠门v 电总局s 电部w 种薄收w 船国际v 西大学w 西省v
庄 户人x 河市w 稼地u
库 夫曼t 尔勒j 斯途j
应 不应该w 付款w 付自如x 变计w 城市r 征者w 急车道j 接不暇u 收款u 有尽有s 用型u 用性v 用服务w 用环境w 用科学u
 用软件s 用题w 聘者p 试者s 运而生r
底 特律s
店 主人t 小二q
庞 然大物s
废 弃物t
度 假村s 量衡t
座 谈会o
康 师傅j 庄大道j 得新j 明斯j
廉 洁自律t 租房x
廓 尔喀t
延 世大学w 保卡j 吉市w 安地区w 安市v 安路x 年益寿u 庆县v 续性u 边队u
建 业队u 始县r 文帝s 筑业o 筑学s 筑师q 筑物o 筑群n 设性r 设者t 设路p 设部t
开 元区x 元寺v 创性t 创者u 发人员v 发区l 发区热w 发商q 发型r 发局x 发工具v 发性x 发新w 发权w 发署x 发者u 发部w
 口子x 口闭口x 后门w 场白r 天辟地t 宗明义w 封人w 封县x 封市u 封府r 小差u 尔文u 山祖师x 幕式q 幕词r 怀大笑v
 拓性v 拓者t 拓进取t 放区t 放型v 放式r 放性t 放日u 斋节v 普勒u 普敦s 普省x 架式w 源节流w 滦煤矿w 玩笑p
 疆拓土t 绿灯x 花期w 花结实x 花结果u 裆裤w 诚布公u 足马力v 路先锋w 迈斯j 都河w 采业w 采权w 采量u 门红u
 门见山s 阔地v
异 教徒t 构体s
弃 权票s
弓 弩手t 箭手t
引 人注目p 力场t
弗 兰克t 格森s 莱舍s
张 佑才r 北县u 口结舌t 家口j 家口市v 家港j 家港市w 家界市w 店区x 湾区p 灯结彩u 牙舞爪t 皇失措w
弹 道学u 道导弹o
强 人所难w 击机t 制力v 制性r 制险j 加于人w 化剂u 化班v 奸罪v 学会t 弩之末u 强联合w 心剂x 有力q 权政治u 硬派v
 词夺理v 身健体v 迫性v 迫症v 雄弱w 颜欢笑w
归 云庄u 因于t 辛树t
当 之无愧r 事人o 务之急q 地人q 家作主q 家的s 权派t 权者t 阳市r
录 像带t 像机t 取率q 音带s 音机s
形 容词s 形色色r 态学t
影 响力p 视剧u
彼 得堡s
征 服者s
径 流量o
待 会儿s
很 多年s 难说r
徐 家汇j 州市u 汇区j
得 不到q 天独厚q 益于s 罪人t
御 史台s 林军q 花园s
微 不足道r 分方程q 波炉t 生物o 电子s 积分r 软公司r 量元素r
德 之士t 令哈j 国人p 国队s 安府p 意志p 胜门r 黑兰r
心 上人t 功能u 旷神怡r 满意足r 理学o 理学家r 甘情愿r 电图s 眼儿s 绞痛s 脏病p 血管q 里话r
必 不可少q 修课t 然性r 要性r 要条件r 需品s
忍 不住m
志 愿军p 愿者p
忘 不了s
忙 不迭s
忠 诚度u
忧 心忡忡r
念 念不忘r
怀 俄明州x 孕期v 恨在心u 才不遇u 来县x 疑者x 疑论w 着鬼胎x 远县w
怎 么办s 么样m 么着r
怒 不可遏r
思 想史s 想家p 想性s 想界t
怡 红院u
急 匆匆r
性 价比s 关系t 别比q 功能s 器官t 成熟t 激素s 生活q 行为s 骚扰t
怨 不得t
怪 不得p
总 书记o 产值m 产量n 人口m 价值r 公司p 决赛s 务处s 动员q 参谋长q 司令n 工会r 工程师q 成绩s 指挥q 收入s 督府t
 经理n 统制t 统府q 编辑r 而言之r 路线s 队长o 面积m 领事s
恍 然大悟q
恐 怖主义r
恨 不得p
恩 施州p 施市o 格斯q
恭 亲王t 恭敬敬q
息 息相关q
恰 恰相反r
恶 作剧s 性肿瘤r 狠狠r
恻 隐之心r
悄 悄地p 悄的r
患 病率t
情 不自禁q 人节t 报局t
惊 天动地r 心动魄q
惠 州市x 普公司v 民河w
想 不到o 当初u 当年s 当然t 得到r 方设法r 象力r
愈 来愈p 演愈烈r
意 中人t 味着m 大利l 想不到q 料之外q 见书s 识形态p
感 受器r 染力s 染性t 染者s
慈 眉善目w
慎 之又慎w
慕 名而来v
慢 吞吞s 性病s 悠悠t 慢说t
慷 慨激昂r
懒 洋洋s
戎 马倥偬v 马生涯w
戏 剧家s 剧性r 班子t
成 不了t 事不足v 事在天w 交价u 交量r 交额t 人期w 功率r 功者t 千上万p 千成万t 双成对w 名作u 员国o 品油u 唯识x
 型机x 大器w 家立业v 就奖v 就感t 年人q 年期w 年累月x 形术w 才率x 招办w 昆铁路w 本价v 本法w 果奖t 气候w 活率v
 熟度v 熟期t 瘾性w 百上千u 矿作用u 竹在胸u 绩单u 群结队s 败利钝v 败得失w 都五牛w 都军区s 都市r 都平原t 长性t
 长期w 问题s
或 多或少q 者说p
战 兢兢t 列舰s 利品r 国策s 坦克t 战兢兢r 斗力o 斗机m 斗舰u 斗部r 斗队t 略家u 略性r 胜国q
截 然不同p
房 中术w 产证w 地产n 地产业t 地产商u 地产热w 山区v 管局s 门口u
所 作所为q 到之处q 在地m 得税r 有人o 有制p 有权p 有物s 有者o 罗门u
扁 圆形r
手 下人r 工业n 工业者r 工艺t 忙脚乱q 抄本t 指头r 掌心t 术室t 榴弹q 电筒q 续费r 艺人t 足无措r
才 华横溢u 疏学浅w 貌双全v 高八斗w
扎 伊尔r 兰屯j 耶德t 赉特j
扑 簌簌t
打 交道q 印机s 喷嚏t 圆场u 天下t 字机s 官司t 工者t 折扣s 招呼q 游击u 火机t 狗棒法r 电话n 瞌睡t
托 克逊j 利亚t 勒密s 拉斯t 马斯q
执 委会t 政党q 政官s 政府q 政者r 法权r 行官q 行者u
扩 大化t
扫 描仪t 雷器t
扬 子江q 戈维t
扶 危济困v 手椅w 摇直上v 正祛邪w 老携幼u 贫县x 贫帮困w 贫济困w
批 评家s
找 上门s
承 乾宫s 包商t 天之s 担者t 露盘s
技 战术t 术员s 术性r
抑 制剂t 郁症s
抒 情诗s
投 机商t 票权r 资人t 资者m 资额s
抗 干扰t 日战争m 日救亡p 氧化t 生素p 病毒s 美援朝r 辐射r 逆性r 震救灾q
折 叠式u 子戏v 射率s 旧率x 旧费x 衷主义w
抚 恤金u
抛 物线t
护 卫舰p 城河t 士长u 理液r 身符t
报 务员u 名点u 告书r 告会s 告团u
抵 抗力r
拉 丁文r 丁美洲q 丁语s 合尔t 基亚u 希德t 斐尔u 栖第p 根尼q 格朗t 瓦锡u 莫斯t 萨市u
拍 卖会t 卖行t 桌子t 马屁r
拓 扑学t
拖 拉机q
招 商局s 待会o 待所q 招手t 生办s 考办t 聘会p
拜 占庭t 天地t
拥 护者u
拦 河坝r
拨 乱反正p
括 约肌t
拿 破仑p
持 久战s 卡人s 有人t 续性s
指 令性t 南针r 导价t 导员p 导性t 战员r 挥员q 挥塔u 挥官q 挥家t 挥所q 挥权t 挥车t 挥部n 示剂t
按 察使t 捺不住r 理说s 计划t
挑 战性t 战者t
挥 发性t
振 动器r
挺 身而出q
捉 迷藏t
捕 获量r
换 句话说q 言之s
掇 刀区r
掌 柜的r 门人p
掏 腰包t
排 水量p 泄物t 行榜r
探 测器q 照灯r 界者j 险家s 险者t 险队s 雷器p
接 下来o 待日r 收机s 班人r 踵而来r 连不断q
控 制力u 制器s 制权s 制系统p 制线s 制论s
推 动力s 土机t 进剂t 进器s 销员t
措 手不及r
提 供商r 示性t
揭 不开锅w 幕战x 竿而起v
搜 索引擎r
摄 像机r 入量t 影家t 影师s 影机t 政王p 氏度q
摇 摇头o 摇晃晃r 滚乐t
摩 尼教t 托化s 托车q 洛哥p 纳哥t
摸 金校尉q
撒 丁岛w 手不管u 手锏s 拉族q
播 放器s 音员t
撰 稿人t
擂 台赛t
操 作性u 作符t 作系统p
攀 枝花t
支 委会w 持率v 持系统x 持者r 撑点u 柱性x 气管r 气管炎t 气管镜v 离破碎t 配权u 队长s
收 割机t 益率s 盘价t 藏家r 音机r
改 良派t 装车r 进型q
攻 击力s 击型s 击性t 击机r 坚战t
放 在眼里q 大器r 大镜t 射性p 射状t 映师s 线菌t
政 务院s 府军t 府部门q 治委员p 治学q 治家n 治局o 治性t 治权利o 治犯t 治经济r 治部n 策性s
故 事片r
敏 感性s
救 世主t 亡运动r 国团r 护车s 生艇t
教 务长t 学楼t 研室s 科书q 科文u 练员r 练机q 练组s 职员r 职工r 育厅q 育学s 育家s 育局r 育界t 育社t 育部o
敢 死队t
散 散心t 文家u 文集t
敦 煌学t
敬 而远之u
数 十万r 十丈s 十个q 十名r 十年p 十招t 十里t 千只s 千名t 千年q 千里t 字化q 字式t 学家o 学系t 据库p 据链s 百万s
 百名s 百年r 百里t
敲 门声t
整 体性t 流罩t 风运动q
文 人墨客v 人学士u 代会w 件名s 件夹v 件目录w 件系统u 化产业r 化区u 化厅u 化史q 化圈w 化城w 化学术w 化宫u 化局r
 化层q 化教育q 化村v 化界s 化站t 化节v 化街x 化课u 化路p 化部q 化馆s 华奖x 印室x 史馆w 字学v 字改革v 字狱u
 学史q 学士v 学奖t 学家r 学性v 学所x 学界t 学社u 学类w 学系u 学语言v 学院s 学革命u 学馆v 安县x 山州v 工团r
 工团员u 弱书生w 成公主u 房四宝t 教卫生r 昌市r 明古国t 明戏x 明礼貌v 景之治v 本文件v 武百官p 汇报t 治武功x
 物局u 物部门w 理学院n 理科u 盲率v 绉绉u 艺复兴q 艺学w 艺批评w 艺报x 艺界s 艺部w 言文t 责自负p 质彬彬u
 过饰非x
断 断续续q 肠草t 裂带s
斯 威士兰t 洛伐克r
新 世界s 世纪p 东方t 加坡n 华社l 华网o 华门p 台币s 品种t 四军p 娘子r 婚燕尔r 安江u 开铺r 德里s 政府s 文化s
 文学t 泽西t 洲区r 浪潮t 生代r 生儿r 电途j 石器o 科状元q 纪元p 西兰p 闻司q 闻学t 闻官s 闻界q 闻社s 闻稿r
 闻网q 陈代谢r 鲜事u
方 位角u 便之门w 便快捷w 便性x 便铲w 便面j 兴未艾t 向性t 向感w 向机j 向盘j 尖碑x 括号x 方面面s 正科技w 法学u
 法论r 生大师w 盒子j 程式s 程组s 程豹j 解石q 言学w 言词x 证大师v 铅矿w 面军r
施 工队s 用量r
旁 观者t 遮普s
旅 交会r 游业o 游区n 游团s 游局o 游点s 游界t 游者q 游胜地r 游节t 行团t 行家r 行社m 行者s
无 与伦比r 产者t 产阶级m 人区t 人机p 休止t 党派u 助于t 可奈何p 名指t 底洞u 异于r 形中s 影无踪r 意识t 意间s
 愧于t 所谓q 政府t 敌手t 数个t 数次q 机物s 机盐s 条件r 止境t 济于事r 烟煤t 理数u 神论t 穷小t 穷的s 线电o
 能为力r 花果t 记名p 论如何n 论是q 锡市t 限期s 霜期p
既 然如此q
日 内瓦q 喀则j 本国会r 本政府q 本海s 本队t 用品s 耳曼r
旧 社会r 金山r
早 年间u
时 不再来x 不我待x 不时r 代华纳v 代广场j 代性v 代感u 刻表w 台军w 好时坏v 效性t 断时续v 时刻刻s 时处处w 有发生t
 有时无x 来运转v 空观w 至今日r 装店w 过境迁u 间差v 间性w 间段j 间表s 隐时现t
旷 开田s
昂 克赛拉j 科威j 科拉j 科旗j
昆 仑山q 明市t
昌 平区w 平县u 都地区v 黎县x
明 争暗斗u 令禁止u 信片u 修栈道x 儿个w 后天x 基移动w 媒正娶v 察暗访w 尼苏达u 年初x 心见性x 摆着r 文规定s
 明灭灭x 明白白r 晃晃r 智之举v 末清初q 正典刑w 治维新s 火执仗x 目张胆t 眸皓齿v 眼人u 知故问u 矾石v 细账x
 见万里w 辨是非w
易 如反掌s 感性w 拉宝j 拉罐j 损件j 筋经t 进灰j
星 巴克j 星充电j 期一s 期三s 期二s 期五r 期六r 期四t 期天q 期日s 火计划p 系团s 罗棋布r
是 不是l 否是s 因为o
显 微镜q 示器p 示屏r 而易见q
晋 东南u 冀豫u 冀鲁豫r 城市w 察冀s 江县x 江市w 西北t
晒 太阳q
普 利司通j 及率t 圣寺r 天下s 希金t 拉多j 普通通r 朗克s 林斯t 通人q 通股t 通话q 遍性r 陀山u 鲁士q
景 德镇j 德镇市x 观带w 阳冈v 颇族u
晶 体管q 状体t 闸管u
智 亭山t 能化s
暂 时性t
暖 暖的r
暗 地里s 红色s
暨 南大学u
暴 发户t 风雨r 风雪t
曲 径通幽w 曲折折u 棍球u 流馆w 线图x 艺团v 阜市w 阳县x 靖市x 高和寡w 麻莱j
更 何况q 年期s
曹 妃甸j 娥江w
曼 哈顿t 德拉s
曾 经沧海x 都区r
替 死鬼u
最 优化t 低点s 后通牒q 大化s 底层t 惠国s 新型t 起码s 高处t 高峰p 高点q 高级s
月 工资u 租费t
有 产者s 利于m 别于s 助于o 双凤s 史以来q 心人t 志于s 意思q 意识r 所不同p 所作为r 把握s 效性r 效期s 效率t 时候o
 期徒刑r 机体t 机物q 机质r 机酸u 步骤r 没有m 点儿p 的是o 益于p 色金属p 赖于r 道是t 钱人t 钱有势q 限公司k
 限责任p
服 兵役s 务业p 务员q 务商t 务器p 务性t 务费t
朗 讯科技v
望 远镜p
朝 天椒p 阳区r 阳轮胎j 阳门u 鲜人r 鲜半岛r 鲜战争r 鲜族p
期 望值s
木 偶戏v 制品w 地板x 头人v 已成舟v 本植物u 材厂s 板床x 板房w 棉花w 版画v 牛流马u 管乐器w 糖醇s 结构p 质素v
 质部t 雕泥塑x
未 婚妻t 成年s 知数s
本 世纪p 体论t 土化t 地人s 地化t 科段r 科生q
朱 幼棣w 梦魁v
朴 达摩t
机 会主义r 关报s 动性q 动车q 器人q 械化o 械厂q 械式t 械能s
杀 伤力r 伤性s 手锏t 虫剂s
杂 志社r 草丛生q 货铺t
权 倾天下w 利能力u 力者w 威性r 宜之计u 益法x 衡利弊v
李 子坝j
村 委会l 干部r 里人r
杜 邦公司x
束 手就擒v 手待毙t 手无策r
来 不及o 不得v 之不易s 势汹汹u 历不明u 复枪w 得及o 料加工v 日大难x 日方长w 来去去t 来回回u 来往往t 水量w 源于o
 电显示j 界岭x 者不拒v 访者v 路不明x 餐厅j 龙去脉s
杨 家埠v 苗洲r
杭 州大学x 州市s 州湾t 锦旗j
杰 克逊s
松 井石根w 嫩平原t 山堡v 松垮垮v 林山r 果体w 果腺w 江县w 滋市r 节油v 花江r 花湖w
极 少数q
林 业局u 业部u 产品t 兆枢r 副产品w 口县w 学家w 芝地区x
枝 江市r
枢 密使r 密院q
枣 阳市r
枯 水期q
架 不住t 子工s 子车u
柏 油路u
染 发剂r 色体o
柠 檬酸s
查 勘员j 话费j
柬 埔寨p
柯 尔克孜t 珞克j 米克j 达公司v 迪亚克j
柳 州市v
柴 油机q 油机厂v 米油盐v
标 准化q 准计r 志性t 语牌s
栖 息地t
栗 栗危惧w 钙土u
核 力量s 动力q 反应r 威慑t 导弹t 工业t 弹头q 战争t 扩散t 技术s 武器n 潜艇o 燃料s 爆炸s 物理s 电站p 聚变t 苷酸s
 裂变t 计划t 试验p
根 据地m 本性r 状茎t
格 丁根t 尔木j 萨尔u 陵兰s 鲁吉亚r 鲁派t
桂 平县x 林市u
桃 花源u
桐 柏山q
桑 兰西党x 塔纳j 干河v 给巴尔t
档 案学t 案馆s
桥 头堡o 栏杆t
梁 子湖区r
梅 家坞w 州市w 花奖w
梧 桐树u
梵 蒂冈s
检 察员r 察官r 察长l 察院k 查和s 查组t
棉 纺织p
棕 黄色q
植 树造林u 根于v 物体r 物园s 物学s 物学家t 物所v 物油t 物种w 物纤维v 物群落u 物药u
椎 间盘u
椭 圆形p
楚 楚动人u
楼 九楹s 式木r 梯口t 阳生r
概 率论s
榴 弹炮q
樊 城区r
模 块化s 样儿t 范县p
横 冲直撞r
橄 榄油t 榄球u
檀 香山t
欢 乐谷s 呼声q
欣 喜若狂u 旺达j 欣向荣t 赏者w
欧 亚大陆q 元区v 共体r 几里得r 几里德v 委会w 安会u 安组织w 洲人p 洲地区v 洲央行x 洲式x 洲杯x 洲联盟u 洲议会v
 空局v 米茄v 罗巴v 罗巴洲w 蓝德j 阳克q 阳天t
歌 剧院r 功颂德r 唱家s 舞剧t 舞团s
止 不住r 痛药t
正 中间r 常人r 常化s 方形t 电子t 电荷t 确性s 离子t 经事t 蓝旗s 规军s 规化s 阳门m
此 时此刻r 起彼伏q
步 兵团t 兵师r 兵旅t 履维艰v 履艰难w 履蹒跚x 度根x 战车v 步为营u 行者u 行街v 话机x 调一致w 谈机w 辇图w
武 乡县w 侠小说s 侠片x 侯祠j 器库t 夷山r 夷山市v 夷山脉u 川西x 工队v 当山m 昌区m 昌起义p 术队x 汉大学p 汉市i
 汉队r 清县w 穴市r 装力量n 装带w 装起义p 装部v 装部队q 警总部w 警部队q 陟县x 陵山p 鸣县x
死 不了s 亡率p 对头t 死地s 里逃生q
歼 击机q
殊 不知r
残 疾人o
殖 民主义q 民军t 民地n 民者p
段 誉身w
毁 灭性r
母 公司t 权制x
比 不上p 亚诺t 亚迪j 例尺s 利时o 如说o 比皆是p 萨饼t
毕 业班u 业生m 业证u 恭毕敬s
毗 湿奴u
毛 主席v 利率s 囊炎x 孩子w 庆国v 手毛脚v 滴虫w 笔字v 纺厂v 纺织t 细管u 细胞x 细血管r 织品v 茸茸s 里求斯s 驴车w
 骨悚然r
毫 不犹豫q 无疑问p 米波j
民 主主义p 主人士q 主党q 主党派p 主制u 主化s 主派r 主革命p 俗学u 办教师r 政部t 族主义p 族乡m 族学s 族所t
 族自治n 进党u 间舞t 院路r
气 候带t 呼呼t 喘吁吁r 象台t 象学r
氟 化物u
氢 原子r
氧 化剂t 化物q 化铝s
氨 基酸p
氯 化氢t 化钠s
水 上飞机u 乳交融w 产业r 产品o 产局r 俣病x 准仪w 准器x 准面u 利局x 利工程r 利枢纽s 利部t 到渠成u 力发电t 力学t
 压机u 合物v 土不服v 坡集u 墨画t 天一色x 帘洞t 平线x 平面v 彩画u 性杨花w 文学t 文站u 族馆v 旱灾害w 晶体x
 晶宫t 晶棺s 晶球x 晶石t 曲柳v 来土掩w 杨酸v 果刀x 果糖w 污染s 汪汪v 泄不通t 泊梁山w 泥厂t 泥地w 泥墙x 泥板w
 泥船x 泼不进v 流量u 浇地u 浒传s 涨船高t 淋淋v 深火热t 源地r 溶性t 溶液r 火之中w 火棍u 烟袋t 生植物t 电站o
 粉画x 经注t 翼船v 落石出s 葫芦v 蒸气s 蒸汽w 蛇腰x 蜜桃v 警区w 调歌头w 资源q 轮机u 门汀x 龙头u
永 久性r 定河s
求 职者p
汇 合处t
汉 丹线r 兰达j 南区p 口站r 学家t 密尔t 川市r 文帝t 施路r 景帝u 武帝p 江全r 白玉m 语言t 诺威s 阳军r 阳区p 阳府p
 阳铁s 高祖r
江 主席u 北区x 北岸w 南地区t 南西r 南运河u 原道x 夏区l 家岔r 岸区p 心洲w 汉区r 汉平原m 河日下w 河水w 河湖海v
 油市x 洋大盗u 淮地区w 渭清v 湖义气w 湖术士w 湖骗子w 苏省o 苏队v 西省p 都县x 门市w 防军w 阴市v 陵县p
池 际尚r
污 染源s 染物q
汤 姆斯杯r 杯赛w
汽 油机t 车站s 轮机s
沁 源县t
沃 尔沃j 尔玛j 达丰v
沈 阳军区t 阳城v 阳市s 阳队w
沉 沉的t 甸甸s 积岩s 积物q
沙 发椅x 坡头x 坪坝j 家店w 家浜x 市区p 市市r 恭达罗v 拐枣x 捞越u 文主义u 洋县r 漠化t 漠地v 特队v 田柚w 鲁里山x
没 事儿s 什么n 关系r 出息s 奈何t 完没了r 想到m 意思s 来由s 法儿t 法子s 良心t
沦 陷区t
河 北省o 南人s 南省o 漫滩u 西走廊r
油 气田t 气藏t 菜籽s 页岩s
沼 泽地r
泉 州市u
法 人股r 兰克s 兰克福q 兰西p 制化u 勒亚u 国人q 国队r 学家s 学院s 律系u 拉利j 拉第q 新社r 理学t 西斯o 轮功u
 雷奥j
泛 光灯t
波 士顿r 尔多t 拿巴t 斯湾q 斯语t 波夫u 罗星t 罗的海p 茨坦s
泥 灰岩r 盆纪t 石流s
注 射剂t 意力p
泪 汪汪t
泰 利斯s 山队r
洋 务派t 鬼子t
洗 手间t 涤剂t 衣机r 衣粉t
洛 伦兹s 克希德r 克里u 劳斯t 杉矶p 阳城r
洞 察力t 庭湖m
津 巴布韦r
洪 山区l 崖洞j 水位w 水期t 水泛滥u 湖市r 都拉斯s 都航空w
活 动家t 劳动t 性染料r 死人t 火山t 生生r
洽 谈会t
派 出所q
流 体力学r 动性r 水线t 浪汉s 浪者t 线型u 芳百世p 行性t 通股m 通领域r
浅 浅的u 黄色u
测 距仪s 量学t
济 南市r
浏 览器s
浓 浓的s
浙 江省p
浠 水县r
浦 东新区v 发银行v 口区v
浩 浩荡荡p
浪 卡子j 漫主义q
浮 夸风u
海 产品u 信集团x 关总署v 内外p 军部u 南大学x 南岛p 南省p 原县x 口市s 商法v 城市x 基会w 外版v 尔集团w 岸带u
 岸线p 岸边w 州湾v 市蜃楼t 布利v 平面r 得拉巴w 拉尔j 拉尔市x 拉尔河v 明威j 枯石烂w 棠花v 河平原x 洋学t
 洋学家v 洋性s 洋法t 洋生物s 洋能w 淀区r 淀法院v 湾地区t 湾战争r 珍品x 盐县w 盗船w 相沉积v 石花w 空军u 绵体v
 绵状v 誓山盟w 运业x 阔天空v 陆空u 陵区w
涂 脂抹粉v
消 化道r 费品o 费者m 费量t
涉 及面t
润 滑剂t 滑油s
淄 博市t
淋 巴瘤t 巴管t 巴结r
淡 水湖s 水鱼n 淡地r 淡的q
淮 南子t 海路u
深 呼吸t 圳市p 圳队s 层次r 水港t 蓝色t
混 交林r 凝土o 合物q
添 加剂p
清 一色t 凉寺s 华大学o 帝逊s 律典s 政府n 明节s 晰度s 清楚楚o 真寺q
渗 透压s
渤 海湾t
渥 太华t
温 州市u 度差w 度控制w 度表w 度计j 得和克w 情脉脉w 都尔汗v
港 澳台s
游 乐园u 乐场u 人如织u 击区v 击战r 击战争q 击队o 击队员t 刃有余t 客量v 山玩水u 戏厅w 戏机q 手好闲u 泳池s 泳赛w
 泳队v 泳馆u 牧民s 移不定x 览区t
湄 公河s
湖 北省i 北省委r 南省n
湛 江市v 江港v
湿 淋淋t 漉漉r
源 代码t 源不断r
溶 解度r
滋 补品r
滑 动轴承w 溜溜w 稽剧x 稽戏w 翔机t 行道x 雪场v
滚 雪球s
满 不在乎s 园春色x 城县x 城风雨w 头大汗s 山遍野v 怀信心t 意度j 意率w 打满算w 汉全席v 洲国u 洲里j 洲里市w
 满当当u 满的s 目疮痍x 腔热情u 腹牢骚w 腹狐疑v 腹疑团w 腹经纶v 足感v 载而归v 面春风u 面笑容v 面红光w
滤 波器s
滴 溜溜t
滹 沱河t
漆 巨柱s
演 唱会s 奏家t
潜 伏期t 意识s 望镜r 水器t 水艇t 江市o
潮 间带t
澜 沧江s
澳 大利亚n 柯玛u
激 光器r 光束t 光雷达j 发态s
灌 木丛s
火 力点u 山口r 山岛s 山岩s 山灰t 成岩t 炬计划o 焰山t 电厂t 电站q 箭弹r 箭炮r 箭筒t 箭队t 腿肠q 药味t 车头t
 车票t 车站o 辣辣s
灯 市口s
灰 白色s 褐色q 黑色t
灵 敏度r 机一动r 活性q 长类t 隐寺t
灾 难性t
炊 事员t
炮 兵团t
炸 药包u
点 军区r 火器r 点头n
炼 油厂s
烂 摊子t
烟 幕弹t
热 乎乎t 传导u 力学q 呼呼r 处理s 带雨林q 效应u 水器t 泪盈眶r 烘烘t 腾腾t 血沸腾r 衷于r 身赛t 辐射t 辣辣t 那亚t
焕 然一新p
焦 作市v 头烂额t 山河p 帮主w 虑不安u 虑症u
照 明弹s 相机r 相馆t 镜子t
燃 烧弹t
燕 下都v 京大学r 山大学w 山山脉u
爆 炸声s 炸性s 米花o
爪 哇岛t
爬 坡度t
爱 丁堡t 丽丝t 丽舍j 因斯坦p 国主义p 国人士r 国者q 好者q 尔兰p 庇丹u 德华s 琴海s 立信s 迪生t
父 母亲s
爷 儿俩t
片 刻间q 面性t 麻岩t
牙 买加r
牛 仔裤t 津大学r 犊子x 皮癣w 皮纸v 磺酸w 羊畜w 肉面u 脾气x 角尖x 轭湖w 郎织女u 首山j 鬼蛇神t
牟 取暴利u
牡 丹江j
物 价局t 理化学r 理学o 理学家p 理系s 理量r
牵 引式t 引车t
特 克斯j 别奖t 大型t 委会t 异性r 拉斯t 斯拉j 有种t 来电j 殊性r 殊教育q 洛伊t 派员r 种兵t 种部队p 等奖t 长生s
 鲁西埃r
牺 牲品s
犯 不着s 罪人u 罪分子r
犹 太人p 太教s
狂 欢节t
狐 狸精t
狙 击手s
独 一无二r 个儿t 具一格r 具特色q 创性t 居石p 木桥t 木舟u 树一帜q 眼龙t 立国家r 立性q 立自主p 联体q 裁者r
狭 长的t
狮 子山p
狼 牙山t
猕 猴桃s
猛 然间t
猪 八戒s
猫 头鹰s
献 礼片s
猴 头菇r
玄 岳门p 武岩r 武门t 铁剑t
玉 女心经r 泉路r 玑子t 田寺r 皇剑r 真子s 米棒r 虚宫p 蜂针t 门关u
王 府井j 牌军x 顶堤j
玛 丽亚t 利亚r 吉斯j 纳斯j 莎拉蒂j 雅人t
玩 意儿r 艺儿s
玫 瑰花t
环 保局t 境保护q
现 代人q 代化k 代戏t 代派t 代舞t 实主义p 实性s 象学t 阶段r
玻 利维亚r 璃瓶s 璃窗s
珊 瑚岛t 瑚礁q
珍 珠港s
珠 三角s 江口t
班 主任p 加罗尔u 干部w 门弄斧v
球 蛋白s
理 事会p 事国s 事长q 发师s 发店t 工学院o 工科t 想化t 想国r 所当然q 查德t 直气壮r 论家r 论界u
琉 璃厂t 璃瓦n
瑞 浦兰钧j
瓦 尔塔j 德西t 罗加s 良格t
甘 丹寺w 之如饴w 心情愿w 拜下风u 暴弃w 油三酯v 油酯w 肃省q 蔗渣w
甚 至于r
甜 味剂r
生 产关系q 产力n 产商s 产国s 产型t 产总值n 产方式p 产率q 产线p 产者p 产能力p 产资料n 产量q 产队s 力军t 命力q
 命线t 存率t 态学r 意人s 死存亡q 殖器s 活史s 活费r 活资料r 物体q 物圈r 物学p 物学家q 物界s 物碱s 物钟t 理学q
 理性t 生的t 谢绍s 长期t 长素t 长量r
用 不着p 材林q 电量r
田 径运动u 纳西州v 间管理x
由 下而上v 不得s 始至终w 小到大v 来已久s 此可知t 此可见q 此看来t 浅入深v 表及里w 近及远u
甲 午战争r 状腺q 骨文q
申 不害w 花队r 请单w 请者u 请表u 请量w
电 介质s 信业t 信号t 动势s 动机q 化学t 子书p 子商务q 子学s 子战r 子束t 子管s 子邮件q 容器t 影厅s 影史u 影界t
 影节q 影院q 气化q 池包j 灯泡s 磁场r 磁学s 磁波q 离层r 线杆t 视剧p 视台o 视机q 解质r 话机s 话铃t 路板t 阻率t
 饭煲r
男 子汉q 孩子r 朋友q
畅 销书t
留 下来p 学生p
畜 产品s 牧业o
疗 养院t
疟 原虫u
病 原体s 原菌u 患者u 毒性t 理学s 理性t 虫害q
瘦 肉精r
癌 细胞s
登 山队s 记在册r 记日q 记表t 陆战s 陆舰q 陆艇s
白 云区j 云机场v 俄罗斯q 公馆w 兰地v 内障t 卡纸w 发苍苍u 垩纪r 城市w 大褂u 头偕老v 头发w 头山w 尼罗河v 山市v
 山黑水v 手起家v 日做梦w 日梦v 晃晃w 沙洲o 河县v 洋淀t 浆土w 炽灯u 热化t 癜风w 白净净w 白地t 白的u 白胖胖v
 矮星t 石道人x 砂糖w 种人t 粉病w 纸黑字v 细胞r 色恐怖r 茫茫s 菜心x 萝卜w 葡萄酒v 虹贯日u 蜡树w 血球w 血病r
 话文学x 钨矿w 雪皑皑w 面书生w 领阶层v 鳍豚p 鹿书院u
百 亿元r 余年t 分比r 分点p 慕大t 科全书r 老汇t 花园r
皇 太后o 太子r 太极o
皮 下组织v 划艇v 包骨头v 夹克x 帽子w 开肉绽s 影戏u 肤病s 肤癌v 肤科u 脂腺u 褥子w 质醇v
皱 眉头r
益 阳市x
盐 碱地t 铁使t
监 事会q 利县p 听站t 察官s 察部u 察院s 护人s 督权p 视器u
盖 棺论定x
盗 墓者t 墓贼s
盛 况空前v 情难却w 极一时u 气凌人u
目 不转睛r 击者u 录学t 的地n 瞪口呆q
盲 目性t
直 升机n 挺挺s 流电r 直地t 立人t 肠癌s 辖市k
相 互之间s 互作用o 亲相爱v 似性t 位差v 依为命t 关性t 去甚远u 反相成w 安无事t 容性u 对主义v 对性t 对无言v
 对湿度t 对真理w 对而言t 对论p 对论性x 对高度t 差无几t 当于n 形之下t 形见绌u 得益彰t 持不下v 控阵s 提并论r
 映成趣v 机行事v 比之下q 比而言u 濡以沫u 煎何急w 见恨晚v 距甚远t 辅相成s 顾失色v
省 人大t 内外q 军区u 政协u 政府p 辖市o 部级t
看 上去n 不到p 不惯t 不起s 守所s 得出r 得见r 样子r 起来p
真 实性r 心话t 菌性u
眼 圈儿t 巴巴s 珠子s 睁睁q 见得t 镜蛇t
着 眼于r 眼点t 色剂t
瞄 准镜r
瞧 不起q 得起t
知 名度q 情权s 识产权p 识分子n 识点q 识界t 识面u
短 时期t 短的q 篇小说q 距离t
石 制品v 勒苏x 化集团u 华堰r 头城u 头缝w 家庄j 家庄市t 帮主s 库门w 斑鱼v 景山j 景山区v 板沟v 棉县x 榴树w 榴石r
 榴花w 榴裙v 河子j 河子市x 油大学x 油气u 灰岩q 灰水t 灰石q 灰窑w 灰质v 炭世u 炭系w 炭纪t 版画x 牌岭r 狮市w
 破天惊t 脑油x 膏像w 膏矿r 花菜w 花街x 首市k
矿 产品t 产地r 务局t 化度s 泉水s 物学u 物质q
研 究会q 究员o 究型t 究室q 究所m 究生n 究者r 究部t 究院o 讨会p 讨班r
破 伤风t 口大骂r 土动工q 坏性r 天荒t 甲弹u
硅 灰石r 酸盐r
硕 士生s
硚 口区r
硝 基苯t 酸盐t
硫 化氢t 化物s 酸盐t
硬 生生t 着头皮r 碰硬t 骨头t 骨鱼t
确 定性t
碎 屑岩t
碱 金属t
碳 酸盐s 酸钙t 酸钠u 酸锂s
磁 共振t 力线t 悬浮s 铁矿t
磷 灰石t 肥厂r 酸盐r
示 意图s 范区n 范县o 范性u
社 会主义j 会保障r 会党q 会关系r 会制度q 会化q 会史t 会学o 会学家r 会性s 会科学p 民党u 科院t
祁 山寨w 连山r 连山脉v
祖 传秘方w 祖辈辈u
神 农架n 农溪r 学家t 州行s 来之笔p 皇洲r 祖主s 经元r 经性t 经病s 经系统q 经质t
禁 不住p
禄 丰县x
福 克斯j 利院t 大帅t 州市s 康安q 建省p 拉多s
离 不开q 合器t 心力t 退休r
禽 流感q
禾 本科s
私 下里s 房钱t 有制q 有化s 生子s 生活t
种 师道r 植业r 植园r
科 威特r 学化s 学家m 学性s 学技术m 学界s 学院o 尔沁j 尼赛克j 帕奇j 技园区r 技部t 摩罗u 教兴市r 林斯r 索沃q
 雷傲j 雷嘉j 鲁兹j
秘 书处r 书长k
租 借地s
秦 家洲r 属南r 岭山脉w 淮河s 皇岛j 皇岛市v 皇岛港w
秭 归县r
积 分榜s 极性n
称 之为n 得上r
程 咬金w 大位x 序化u 序员j 序性u 序控制v 序法v 序设计v 控电话w
稳 定性o
穆 尔太w 斯塔法w 斯林o
穷 光蛋t
空 对地u 对空t 心菜s 空导弹r 荡荡r 调器u 间站t 降兵q
穿 山甲s 甲弹s 透力t
突 击队r 厥语u 发性t 如其来r 尼斯q 破口r 破性r
立 交桥s 宪派t 方米p 法会s 法权n 法者r 足点s 陶宛r
竞 争力n 争性t 争者s 技场u
章 丘市v 回小说w
童 叟无欺w
端 午节s
竹 山县r 溪县r
笑 吟吟q 嘻嘻p 眯眯r
笔 架山n 记本o
笛 卡尔t
第 一个l 一产业p 一代q 一件q 一任r 一份s 一位p 一分q 一副s 一卷q 一句r 一台q 一号t 一名p 一场s 一天p 一家q
 一层t 一届o 一峰r 一年r 一座r 一张t 一所t 一手t 一批o 一招t 一支t 一期q 一本t 一条r 一枪u 一架s 一次k 一步p
 一流r 一点t 一盘u 一眼t 一种p 一章q 一篇s 一类s 一级t 一线r 一罐r 一艘s 一节r 一轮r 一辆t 一道r 一部o 一重s
 一门s 一面r 一页s 一项t 一颗r 七届s 七条u 七次s 七章r 三世界r 三个p 三产业q 三代p 三件t 三位r 三卷q 三名q
 三天r 三层t 三届r 三年t 三批p 三方s 三日t 三条s 三次o 三步s 三种q 三章q 三纪q 三者r 三部t 九卷t 九届q 九次t
 九章t 二个n 二产业p 二代q 二件s 二位q 二十u 二卷q 二句u 二名r 二场s 二天m 二局t 二层s 二届r 二年p 二性t
 二批q 二招t 二日s 二期t 二条r 二次m 二步r 二炮兵q 二盘t 二种q 二章q 二类r 二级q 二节q 二轮r 二道r 二部s
 二重s 二页t 二项t 五个t 五代s 五位t 五卷t 五届p 五条t 五次o 五章r 八卷u 八届s 八次t 八章r 六届s 六条t 六次o
 六章r 十一r 十七期r 十三t 十个u 十二s 十五t 十八s 十四t 十届q 十次s 十章t 四个r 四代r 四位s 四卷r 四名t
 四天t 四届r 四日u 四条t 四次q 四种s 四章r 四纪q 四节r
等 不及t 价物q 同于r 离子s 离子体p 级制s 额选举r
答 题卡u
筹 备会r 委会s
简 体字r 便易行w 化字w 单化t 单商品w 单易行v 单机械v 明扼要t 明版w 易房w 洁明了w 答题v 简单单u 管家v 而言之u
算 不上s 不了s 不得r
管 不管j 乐器w 委会u 弦乐团v 弦乐曲v 弦乐队t 理中心t 理人员v 理体系x 理制度v 理区w 理司w 理员j 理器v 理处s
 理学t 理学家x 理局p 理层q 理工作u 理所u 理方u 理方面x 理机构x 理权p 理条例u 理水平w 理法t 理科w 理科学t
 理程序w 理站v 理系v 理系统r 理者p 理费u 理部u 辖区x 辖权s 闲事t
篮 板球s 球场s 球队u
米 其林j 利都t 第亚v 脂县v
类 乌齐j 固醇t
粉 红色p 身碎骨r
粒 细胞s
粘 土矿t
粮 食作物p
精 确度t 神文明o 神病r 算师u
糖 尿病p 精钠t
糯 米粉r 米饭p
系 主任q 列化t 列赛s 统化s 统地q 统对t 统工程r 统性s 统论u
素 不相识r
索 尼亚w 尼公司t 然无味v 纳塔j 菲特j
紧 急状态p 接着p 要关头r 跟着s 迫性t 迫感s
紫 外线q 文道q 禁城n 红色s
繁 体字q 殖力q 殖期u
纠 察队t
红 三军团v 二军团v 光满面v 六军团t 十字t 十字会s 土地w 外线r 头文件v 安县r 彤彤v 扑扑u 斑狼疮v 新月会w 曲红u
 杏出墙w 极一时v 楼梦q 灯区u 灯笼w 灯记w 烧肉u 珊瑚x 瓦店t 白喜事w 砂岩x 红火火u 红的s 细胞q 绿灯j 腹锦鸡x
 色素x 色高棉w 萝卜w 葡萄酒v 蜘蛛x 衣主教u 褐色t 豆杉t 通通w 霉素u
纤 维化t 维板p 维素p
约 旦河s 束力s 瑟夫s 翰逊r
纪 录片r 念会x 念品q 念地t 念室s 念币v 念性v 念日r 念物w 念碑r 念邮票w 念馆p 检委u 检组s
纯 收入o 洁性t
纲 领性s
纳 孙夫人r 税人r 粹党s 西族q
纺 织业s 织厂r 织品p 锤形t
纽 伦堡s 约州t 芬兰t
线 粒体t
练 习题v 武场x
组 委会q 成员u 成部分m 织法o 织者r 织部r
细 细地t 细的r 胞器t 胞壁s 胞学t 胞核r 胞膜s 胞质s
织 布机t
终 其身w 南山r 末期x 点站u 端用户v 结者w 身制t 身大事t
经 不住u 不起r 世实v 世致用u 久不息s 久不衰v 久耐用w 互会w 典之作u 典性v 办人w 史子集w 学家v 常化v 常性r
 年累月x 得住u 得起r 济体u 济体制p 济作物o 济区t 济危机s 济史s 济圈x 济型q 济基础q 济学n 济学家o 济学界v
 济学说u 济师u 济带r 济性t 济损失w 济收益w 济效益o 济林q 济林木u 济模型w 济法s 济特区n 济界t 济社会p 济系u
 济网w 济舱v 济账x 济运行v 济部u 济部长w 理人p 纪人q 纬度v 纬线w 纬网w 营不善v 营业v 营性v 营户v 营权s 营者p
 货联盟w 贸委u 邦济w 量部v 销商j 验主义u 验之谈w 验性v 验论u
结 合部q 构性r 核病t
给 事中q
绝 大多数n 大部分o 对值t 对量t 无仅有r
绞 刑架s
统 一体u 一性t 一战线o 帅部r 战部t 治区q 治权r 治者l 治阶级p 计学s 计局s
绣 花鞋t
继 发性s 承人q 承权s 承者s 电器s
续 航力s
维 也纳p 他命t 克特t 吾尔r 吾尔族o 尔士t 新派s 森特s 生素n 管束u 纳斯t
综 合体t 合国力r 合征q 合性n 合治理p 合症t
绿 化带s 松石q
缓 缓的r
缔 约国r 造者t
编 后语s 年史t 者按s 辑者o 辑部r
缝 纫机s
网 络化s 络游戏q 络版t
罗 亚尔港w 安江u 密欧j 得岛t 得西亚u 斯岛w 海城v 湖区v 田县p 马大学w 马尼亚p 马帝国p 马数字w
羊 皮纸w 皮袄w 肉串x 肠小道v 角风x
美 人儿s 国会s 国国会q 国政府p 国空军q 国队r 容院t 政府t 术史r 术字r 术家t 术馆q 洲虎t 联储s 联社r
群 众性p 众运动r
羽 毛扇r 毛球q
翁 牛特j
翰 林院p
翻 两番t 来覆去r 案风t 译家t
耀 武扬威q
老 一辈r 丈人u 两口s 人家n 佛爷q 先生q 克腊u 公公r 前辈q 同志r 城区t 大难r 天爷q 太太n 太婆r 太爷q 夫子t 头儿q
 头子p 奶奶t 妈妈s 妈子s 婆婆r 婆子q 字号t 实人s 家伙s 工人s 师傅u 干部t 年人p 朋友q 板娘s 江湖t 河口市r
 洲岭r 爷子q 爷爷t 狐狸t 百姓m 祖宗r 秀才u 红军t 老实实r 莱子r 龄化t
考 古学q 古学家r 古队s 察团s 察队t 试院r 试题t
耐 磨性t 高温t
耕 作业r
耶 律大石r 律燕t 律齐p 路撒冷q
耿 耿于怀s
聂 拉木j
聊 天室t
职 业化s 业病r
联 合会n 合体r 合国m 合政府q 系人s 络线p 谊会t 邦制t 邦德国r 邦院r
聚 丙烯s 乙烯t 合物r 居区t 居地t 酰胺t
聪 明人r
肄 业生r
肆 无忌惮q
肉 制品s 芽肿u
肖 像画t
肝 功能s 硬化t 硬变t
股 东会u 份公司q 份制q
肯 塔基州w 尼亚q 德基j 特山x
肺 动脉t 结核s
肾 上腺r 功能r 小球t 小管s
胃 溃疡t 肠道s
胆 固醇q 小鬼t
背 地里s
胖 胖的t
胚 胎学t
胜 利者s
胡 作非为s 思乱想r 搅蛮缠v 编乱造w 萝卜素r 言乱语r 说八道p
胭 脂红t
胰 岛素q
胶 合板t 州湾t 粘剂t
能 动性s 见度r 进宫s
脂 肪肝s 肪酸r 蛋白t
脊 椎动物p
脑 垂体u 电图t 神经u 膜炎t 血管t
脚 步声p
脱 颖而出r
腐 殖质t 蚀性t
腓 尼基t 特烈t
腾 龙洞r
自 个儿r 主性t 主权r 信心s 力更生r 动化o 动机t 动步枪r 卫军t 卫队p 古以来q 大狂s 家人t 尊心r 我批评r 来水s
 民党r 治区j 治县l 治州l 治机关o 治权p 治领s 然人s 然力t 然数s 然法s 然灾害q 然环境q 然界o 然科学p 然而然q
 然资源o 由主义q 由人o 由党r 由化q 由度s 由民t 由泳s 由派u 由港t 由自在r 称为t 给自足r 考办s 耕农t 营权r
 行车o 觉性s 言自语q 豪感s
臭 氧层s 豆腐q
至 关重要p 高无上q
致 病性u 病菌t
舆 论界t
舍 不得p
舒 意缓w 筋活血x 舒服服t 适度j 适版j
舞 蹈家t
航 天员s 天器q 天飞机r 海家s 空兵p 空器t 空母舰p 空港q 空线t 空队s
船 老大s
艰 苦奋斗q
艳 无双t
艺 术品q 术团s 术家o 术性s 术界t 术类q 术节r 术馆t
艾 伯塔省x 力绅j 滋病o 滋病毒v 瑞泽j
节 假日r 度使n 骨眼u
芙 蓉镇s
芝 加哥q
芭 蕉扇t 蕾猫j 蕾舞t
芮 城县w
芯 片组t
花 刺子模w 前月下w 团锦簇t 园口u 园式x 天酒地u 容月貌u 岗岩j 旗银行t 枝招展u 架子v 样游泳v 样百出x 样翻新v
 椰菜v 瓣儿w 生油v 生酱w 白色w 粉症w 粉管v 花世界u 花公子u 花绿绿t 花草草x 落谁家x 观景s 言巧语t 鸟画t 鼓戏u
苏 东坡t 亚雷斯x 伊士湾w 共中央t 尔坦w 尼特j 州大学w 州市s 州河v 拉威v 星河s 格兰p 格拉底p 维埃o 联政府s
 联红军s 迪曼杯x 里兰w 里南u 门答腊s 门羚q 黎士w
苟 且偷生u 全性命x 延残喘u
若 尔盖j 干个q 干份s 干年r
苯 甲酸s
英 吉利s 吉沙j 国人p 国政府r 国议会q 山县r 格兰o 特尔p 联邦r 雄好汉q
范 帮主t
茅 台酒u 塞顿开u 箭区r 草屋x 草房w
茉 莉花t
茶 文化t 话会t
茹 毛饮血x
荆 南府r 州区p 州市m 沙市r 门市n
草 泥马r
荒 漠化t
荡 然无存r
荣 八耻u 成市w 誉奖u 誉室w 誉感u 辱与共w 辱观s
荧 光屏t
药 物学r
荷 兰人r 兰队r 尔蒙s 枪实弹r
莎 士比亚q
莫 不是r 名其妙p 干山j 斯科市w 明其妙w 桑比克r 测高深v 衷一是u 过于r 逆之交v 须有u 高窟j
莱 比锡r 索托t 茵河r
莲 花池s
获 奖者s 得者r
菜 篮子r
菩 提树u
菲 律宾o 斯塔j
萤 火虫j
营 业员s 业税t 业部r 业额s 养液t 养素r
萨 克森s 哈夫u 满教t 达姆s
落 叶松s
著 作权t
葛 洲坝q
葡 萄园r 萄牙o 萄牙人q 萄糖q 萄酒q
董 事会m 事局u 事长o
蒙 古人种s 古包t 古国r 古文v 古族n 古语r 古马u 古高原t 哥汗v 哥马利u 在鼓里s 巴萨v 巴顿w 彼利埃w 昧主义w
 混过关v 特利尔s 特苏x 罗维亚v 迪欧j
蒸 发量s 汽机q 馏水t
蓄 水池t 水量t 电池r 积量q
蓝 灰色v 田猿人x
蓬 头垢面u 蓬勃勃w
蔚 为壮观u 然成风u
蔡 甸区r
蕲 春县r
蕴 藏量p
薄 荷脑x 薄的r
藏 书家w 医学v 头露尾w 族人x 污纳垢w 身处x 龙卧虎w
虚 荣心t
蚌 埠市t
蛇 纹石t
蛋 白尿u 白质n
蝴 蝶谷u
融 为一体r
螺 旋桨r
血 小板r 汗钱t 淋淋s 红蛋白r 细胞u 肉之躯r
行 不通s 之有效r 政公署o 政区m 政区划l 政区域n 政权t 政部门q 政院r
衍 生物r
衡 山路x 水市x 阳市v
补 习班v 偿款w 偿费u 偿金v 充剂v 充品w 助费v 助金u 给品w 给站x 给线v 给舰w 给船v 给量w 锅匠v
表 决权o 演赛u 演队t 现力s 达式s
被 告人r 害人t 统治者p 选举权p
裁 判员s
装 卸量r 机容量r 甲兵p 甲师q 甲车p 饰品s 饰性t
襄 城区p 樊市q 渝线r 渝铁路r
西 为德s 伯利亚p 便门q 北军u 北地区r 北方t 北角s 北部n 北风s 南地区r 南夷t 南方u 南角t 南部n 厢记t 双版纳j
 向东p 基雄u 塞山r 塞山区r 夏文t 安事变r 安市s 方人r 暖阁s 朝东r 朝房s 柏坡r 柏林t 海岸r 游记s 王母t 班牙m
 班牙人q 班牙语r 直门q 红墙s 红柿r 西里r 路军s 门子r 陵区r 雅图t
要 不是q 不然q
覆 盖率q 盖面t
见 证人s 面礼t
观 世音s 察员q 察家s 察所u 察者t 测者t 礼台q 赏性t
规 划师r 定性t 律性r 模化u 章制度r 范化p 范性s
视 察员s 网膜r
角 动量s 膜炎s 速度t
解 决办法w 决问题v 剖学r 放公园r 放军m 放军报s 放初x 放前s 放区n 放后q 放思想q 放战争o 放报u 放日报u 放牌w
 放碑j 放者u 放路p 放鞋w 析几何u 析数论v 毒剂v 民倒悬w 码器w 解闷x 说员w 释器x 释学w 释性w
言 伯乾s 达平t
警 卫员s 卫队r 备区u 察局t 戒线u
譬 如说t
计 上心来w 件工资t 价器w 划书v 划处x 划外u 划室x 划局u 划性v 划数s 划生育n 划经济q 划署w 划表w 数器t 数管w
 无施t 时器w 时工资v 生委v 程车w 算中心v 算器s 算尺v 算所x 算机k 算机化x 算机所w 算机系v 算机网w 费桩j 量学u
认 识论r
讨 论会s
训 练团q 练场r 练班p
议 事会r 会制t 定书s 论文t
记 不清t 忆力r 者会p
许 三品s 多倍u 多名x 多天u 多年r 多条w 多次t 多种s 多第一v 多许多w 多路x 昌市w 立群v 许多多q
设 计图s 计局s 计师p 计者p 计院t
证 券报q 券法t 监会r
评 委会t 论员t 论家r
诉 讼法t
试 用期r 试看t 飞员t 验场t 验室u
话 剧团t 语权t
语 言学r
误 导性r 认为s
诱 惑力t
说 不上r 不定n 不得r 不清q 了算r 到底q 实话p 明书q 服力r 白了s 真的s 话声t 说话s 闲话t
诸 城市v 多不便v 如此类t 子百家t 帮众x 职司u
诺 基亚q 曼底t 贝尔r
读 书人p
课 题组s
调 关镇p 味品t 味品厂r 查组t 酒师u
谈 不上q 何容易r 判桌t 古论今x 天说地w 得来v 恋爱r 情说爱u 笑自若w 笑风生t 虎色变v 谈心x
谢 天谢地s 谢你j 谢您j 通门j
谷 城县r 氨酸t 类作物w
豆 制品t 腐块t
象 征性r
豪 华团u
豫 西南r
贝 利亚v 加尔湖t 壳状w 拿勒斯x 雷帽v
负 债表t 电荷t 离子t 责人l 责制n
财 产权u 政局t 政部q
责 任人r 任制q 任心s 任感p
败 家子t 血症t
账 户卡t
货 币化t 币资本p 币量s 运量s
贫 困县s 困户s 困生s
购 买力s 买者t 房者t
贴 现率t
贵 州省q 金属r 阳市t
贸 易区s 易额s
费 口舌w 尔南w 尔干纳u 尽周折w 尽心力w 尽心机u 工夫x 手脚x 用率w
资 产阶级l 本主义l 本化t 本家m 本论s 格赛t 源管理r
赔 不是u
赖 以生存s 氨酸u
赛 图斯j 迪网s
赞 助商t 比亚r
赤 壁市r 手空拳r 条条t 裸裸s
赫 卢太t 拉克t 鲁晓夫r
走 后门t 江湖t 着瞧t 资派t 马岭p 马灯t
起 义军o 义者s 落架s 跑线t 重机t
超 低空t 声波s 声速t 导体t 新星t 负荷t 音速r 额利润r 高压t
越 俎代庖w 南战争t 城岭w 来越k 野跑x 野车t
足 球场t 球赛s 球队s
跟 不上s
跨 世纪r 国公司q 越式t
路 人皆知v 府州w 易十三x 易十五w 易港x 由器t 线图t 见不平v 透社s
身 份证p 子骨t
车 位锁j 城西p 损险j 架号j 流量s 行道s 轮战v 轱辘x 载式w 钥匙j 马坑v
轩 然大波r
转 型期t 折点q 氨酶t 眼间r 瞬间t
软 件业t 件园r 件工程q 着陆t 硬件u 组织s 绵绵t
轰 炸机o 轰烈烈q 隆隆t 鸣声t
轴 心国t
轻 声道s 工业p 机枪t 武器r 轻地o 飘飘r 骑兵s
载 重量t
辅 导书t 导班r
辍 学率r
辐 射量q
输 卵管s 尿管s 沙量t 送车r
辛 业江x 亥革命n 辛苦苦r 辛那提w 辣味w 迪加w
辜 胜阻r 鸿铭r
辣 椒酱r
辩 证法q
边 境线u 界线v 疆区w 线球w 缘化u 缘性x 缘科学w 角料w 防军s 防线w
辽 宁省p 宁队q
达 尔巴r 尔文r 拉特j 斡尔t 玛拉t 芬奇j 茂旗j
迄 今为止q
过 不去q 得去t 敏性s 日子q 渡性s 电压t
迈 克尔t 凯伦j 巴赫j 锐宝j 阿密s
运 动会q 动员n 动场t 动战s 动量u 筹学t 营商o 载火箭r 输业s 输机p 输线q 输车t 输量q
近 些年r 代化t 代史q 卫军t 在咫尺r 年来l 现代q
还 原剂t 原性u
这 一下o 一来r 下子t 么些t 么着s 会儿o 就是说r 方面n 时候n 样一来p 样的话q 部分p
进 一步j 出口o 化论r 攻性t 步党t 气道t 行性t 行曲q
远 安县r 征军s 距离q 远地q
违 约金t
连 不上j 云港j 云港市u 城诀w 成一片q 接器x 接处v 日来s 日连夜w 根拔起w 滚带爬u 环套w 环画t 环计x 篇累牍v
 续不断s 续光谱x 续函数v 续剧s 续式w 续性r 绵不断t 绵不绝v 轴转x 锁反应t 锁店s
迟 疑不决w 迟疑疑t
迦 太基p
迪 士尼r 斯尼q
迫 不及待q 击炮q
迷 彩服t 迷糊糊q
追 悼会s 随者s
退 休金s
适 应性p 应症t
选 举人s 举权p 举法r 择性r 择权u 择题r
逊 尼派s
逍 遥派t
透 明度r
通 俗化v 信业v 信卫星s 信员w 信团x 信网t 信部x 力合作t 化市w 城县r 天彻地w 宵达旦u 山县r 州区w 工易w 情达理t
 扬运河v 政司t 海运s 用公司x 用化v 用型v 用性u 用机v 用电气t 电话v 知单v 缉令r 胀率w 行无阻w 行本v 行证s
 讯业w 讯卫星x 讯员q 讯处x 讯录x 讯社p 话器x 话费s 货紧缩w 货膨胀p 过率t 配符w 风口w 风报信u 风机w
造 反派q 纸厂t 船业t 船厂r
逸 安启j
逻 辑学s
道 教协会r
遗 传学q 传性s 传病t
避 孕套u 孕药r
邀 请赛s
邓 禄普j
邢 台市w
那 也好t 会儿r 婆子t 老僧t 阵子t
邮 政编码p 科院r
邵 阳市x
邹 城市x
郁 郁不乐v 郁寡欢u 郁苍苍w 郁葱葱u 金香j
郑 卫国v 州大学w 州市s 重其事t 镖头v
郓 城县t
郡 县制q
郧 西县r
部 长级u
郭 公庄j 家店x
都 大锦t 察院p 市报t 御史t 柏林t 江堰r 督府p
鄂 三州r 城区r 尔多斯j 州市n 托克j 温克t 菜鱼r 西北o 豫皖p 豫陕r
鄱 阳湖r
酒 精灯s
酸 中毒t
采 伐量r 矿业s
里 斯本s 程碑r 里外外r
重 力场t 头戏t 工业q 庆市o 晶石q 机枪s 灾区t 离子u 要性o 重地s 重的s 量级t 金属s
野 心家t 战军p
量 子力学r 子化t 子膜j
金 三角v 丝小枣w 丝猴q 丰投资u 交椅w 像奖v 光灿烂v 光闪闪t 匮要略v 华市w 圆券v 士顿j 字塔式v 字招牌v 属丝w
 属元素u 属棒w 属片w 属矿s 属管x 属膜w 属钠u 属陶瓷w 戈铁马v 斯敦v 本位制u 枪鱼t 棕榈w 榜题名u 正日q 沙江r
 牛实业u 牛座u 球奖w 瓶掣签x 田起义s 石学u 秘术x 箍棒s 缕玉衣v 融业s 融学u 融家x 融寡头w 融市场r 融时报u
 融服务w 融机构w 融界t 融街w 融资本v 质奖w 轮法r 针菇x 针菜x 钥匙w 门大桥v 门岛w 霉素x 马奖v 鸡奖v 鸡湖j
 鸡独立w 鸡纳霜x 黄色q 鼓齐鸣w 龟子j
鉴 定会r
针 叶林r 对性p
钓 鱼台t 鱼岛q
钟 乳石v
钢 琴家t 琴曲t 铁厂t
钦 差大臣s
钾 长石q
铁 丝网t 山区r 木真q 栅栏r 矿石r 罗汉t 胆庄t 路局t 路桥q 路线q 路网t 道部q 饭碗t
铅 笔头s
铝 合金s 土矿s 矾土u
铬 铁矿t
银 川市u 川平原u 本位w 河系q 灰色u 白色s 行业r 行券q 行卡j 行家r 行法t 行界x
链 球菌t
销 售量s 售额p
锅 炉房s
错 综复杂r
锡 伯族q 林浩特j 林郭勒j 耶纳t
锦 标赛o 衣卫p
镇 南王t
镜 泊湖u
长 三角q 安城r 安街n 岭岗r 方形o 时间s 春市s 期以来p 期性t 条形q 江三峡p 江口s 江大桥l 江流域o 沙市s 治久安p
 白山r 篇小说o 距离t 辛店s 长地s 长的p 颈鹿t
门 诊部t
闪 光灯u 光点v 击战w 烁其词x 电式x 电战v 电猫j 锌矿w 长岩w 闪地x 闪烁烁v
间 冰期u 接选举o 歇性t
闵 行区w
闹 别扭u 哄哄t 市区r 着玩s 革命u
闻 一多p 其详v 名丧胆x 名中外q 名于世s 名遐迩u 所未闻s 风丧胆v 风而动v 鸡起舞w
阅 兵式r 览室s
阔 叶林q 叶树p
阜 成门r
防 卫厅s 御性t 护林t 晒霜t 波堤u 火墙s 空洞s 腐剂q
阳 光保险j 光集团x 刚之气v 平关v 性率w 新县r 朔县x 离子s 谷县v
阴 丽华s 森森t 气森s 沉沉t 离子t 道炎s
阵 发性t 地战t
阶 梯状u 段性r 级斗争o
阿 克苏j 克陶j 兹特t 勒泰j 古柏t 合奇j 图什j 妈妮t 姆河t 富汗o 尔山j 尔法j 尔泰t 弥陀佛q 房宫t 拉伯n 拉伯人p
 拉伯语r 拉善j 拉尔j 拉山口j 拉斯加r 拔斯t 昌族q 根廷o 格布s 森纳q 波罗r 泰斯t 济格t 炳妈s 特兹j 瓦提j 留申t
 维塔j 联酋s 荣旗j 诺斯t 贝尔u
陀 螺仪t
附 加值s 加费t
陆 军大学r 军部u 委会w 家嘴j 战队s 海空军u 相沉积v 航团w 陆续续u
陈 家祠j 家铺r 词滥调v
陌 生人q
降 水量m 落伞s 雨量q
限 制性t
陕 甘宁t 西省o
除 此之外q 草剂s
陪 审员q 葬品t
陶 瓷业x 瓷器u
随 州市n 心所欲r 葬品s
隐 蔽性t 隐约约r
隔 河岩r
障 碍物s
难 为情t
雁 门关s
雅 典娜t 利安t 加达s 尔塔t
集 中地s 中营r 体化t 体所有p 合体s 合论s 团公司n 团军o 成电路p 散地r 约化t 装箱q 训队t
雇 佣军t
雌 激素r
雍 和宫j 容大度w
雕 塑家t
雪 佛兰j
零 售价t 售商t 部件n 配件t
雷 克萨斯j 厉风行t 打不动v 文顿j 火弹v 鸣电闪w
需 求量q 要量u
霍 城县w 尔果斯j
霎 时间q
霓 虹灯t
青 城山t 壮年s 少年o 山区p 岛市s 岛队s 年人q 年团s 春期r 木河r 海湖s 海省r 石板s 藏高原q 铜器q 霉素r
靖 哥哥u
静 力学t 悄悄q 静地p 静的s
非 农业q 同小可p 国大s 政府t 晶态u 暴力t 正常t 正式r 洲人s 理性s 生产t 线性q 金属r
靠 不住s 得住s
面 包车t 对面q 面相觑q
革 命党q 命军r 命化s 命家p 命性r 命战争q 命派r 命者r 委会s
鞠 躬尽瘁u
鞭 炮声t
韧 皮部t
韩 国政府u 国队s 联社x
音 乐会q 乐厅q 乐堂o 乐声t 乐学院q 乐家r
韶 关市w
顷 刻之间r 刻间q
项 目区w 目管理t 目组w 目部j
顺 口溜t
须 发皆白x 臾之间x
顽 固派r
顾 不上q 不了x 不得q 影自怜x 得上t 此失彼u 盼生姿x 虑重重v
预 备役q 备队r 应力t 警机r
领 事馆t 头羊t 奖台t 导人l 导人员r 导力t 导层r 导权q 导班子p 导者q 袖像s
颈 椎病t
颐 和园q
额 济纳j
颤 巍巍s
风 景区n 景画t 景线q 湿病u
飞 利浦s 机场s 行员o 行器q
食 物链t 用菌u 管癌t
饮 用水t
饶 有兴致w 有兴趣u
香 喷喷t 槟酒t
马 丁内斯t 不停蹄s 丘比丘x 关条约t 其顿人v 列主义q 利亚w 到成功q 坝人w 失前蹄w 尔康j 尼亚w 戏团u 拉喀什w 拉海w
 拉维湖v 斯喀特w 来亚t 来半岛s 来西亚o 瑙斯w 耳他s 自达j 蜂窝v 褡子x 赛克j 蹄声r 蹄形u 连道j 那瓜v 里亚x
 里兰州v 铃薯q 革裹尸x 鞍山j 鞍山市w 鞭子v 鞭草x 首是瞻v 驹桥j 鬃山x 鲛鱼w 齿苋v
驰 名中外p
驱 动器t 逐舰o
驻 京办q
驾 驶员p 驶室t 驶舱s 驶证t
骇 人听闻r
骑 兵团t
骨 子里r
高 不可攀u 个儿u 个子t 举高打w 交会w 人一等u 人一筹x 低杠v 低贵贱w 低配j 出一筹w 分子p 分辨率t 利贷q 利贷者t
 加索j 压氧w 压电w 压线v 压脊w 压锅w 原区u 发区w 发期w 句丽s 台教x 品位w 头大马u 富帅x 射炮s 射炮兵w 尔夫j
 层次u 屋建瓴v 山仰止w 山峻岭w 山族q 山流水u 峰期s 平原v 年级u 度表w 度计x 强度w 性能r 技术t 抬贵手u 招办t
 收入者w 效性w 效率v 效益x 新区j 新技术m 新科技x 明区j 朋满座x 材生v 枕无忧u 架桥j 标准u 棉人w 楼大厦t
 次方程w 歌猛进u 浓度t 深莫测v 潮迭起v 炮旅x 盛集团x 瞻远瞩t 科技s 空槽x 等学校o 等教育n 等级u 等院校p 粱面w
 级中学n 级神经w 纬度s 耸入云v 聚物v 能物理t 能量v 脂血症x 蛋白u 血压o 血糖w 血糖素v 血脂v 谈阔论t 质量t
 跟鞋s 通公司t 速公路m 速口j 速度w 速费j 速路v 速钢w 铁站j 锰酸钾t 附加值x 难度t 雄县x 雄市v 风险u 飞远走w
 高低低v 高兴兴s 高在上t 高地t 高大大x 黎贡山v 鼻深目x
鬼 门关t 鬼祟祟r
魁 北克t
魔 术师t
鱼 子酱x 死网破v 氽元r 目混珠w 米之乡u 肝油u 腥草w 贯而入v 雷快艇x 龙混杂w
鲁 西北x 西南u
鳞 翅目t
鸡 尾酒u
鸦 片战争p
鸭 绿江r
鸳 鸯刀t
鸽 子花r
鹅 卵石t
鹤 峰县r
鹿 死谁手v
麦 克风j 地那t 当劳j 德龙j 盖提j 积山j 西尼亚v 饭石w
麻 城市r 将牌v 木不仁t 烦事v 痹大意v 纺织x 袋片w 辣酱r 风病x 黄碱w
黄 冈市n 包车t 原城v 原河v 土地u 土岗r 土高原r 埔军校r 山市t 州区r 巢起义u 帝内经t 曲霉v 曲霉素w 河口w 河流域r
 河路j 河集团w 浦区w 浦江s 淮平原v 热病w 牌警告v 白色u 石市m 石港区r 腹角雉v 花菜u 花闺女w 蓉连w 表纸w
 袍加身w 褐斑w 褐色s 酮类v 金分割w 金屋x 金时代t 金时间v 金水道s 铜矿w 陂区r 陵县w 马褂u 骠马w 黄的v 鼠狼s
 龙山w
黎 民百姓v
黑 乎乎t 压压r 名单t 木崖t 格尔q 沉沉s 洞洞t 漆漆s 社会s 色素t 虎星s 衣人t 褐色s 黝黝s 龙江n 龙江省p 龙潭t
默 不作声r 默地p
鼓 乐声r
齐 刷刷t 头并进u 心协力t 心合力t 抓共管v 民要术v 达内r 鲁晚报x 齐哈尔j
龙 京沙v 口市w 山文化r 岗区w 州县x 泉山w 泉驿w 泉驿区w 潭虎穴u 目岛w 舌兰x 门山u 门石窟v 须沟w
龟 儿子s
"""
"""Of each character the words of three characters or more that begin with it: a space, the rest and the cost."""
